// Everything that can be asked of the app by key, menu or palette, as one list: the label, the keys, what it does.
// Views add keys of their own (Run's clock, the editor); this list holds what works wherever one is.

import type { MenuCommand } from '../../shared/ipc/menu-command.ts';

export interface Command {
  /** Commands of the desktop menu have their menu's id. */
  readonly id:
    | MenuCommand
    | 'palette'
    | 'sample'
    | 'meetings'
    | 'templates'
    | 'focus-next'
    | 'focus-previous';
  readonly label: string;
  readonly group: 'Go to' | 'Do';
  /** As written in menus: "Ctrl Shift L". Further keys that do the same stand behind it. */
  readonly keys?: readonly string[] | undefined;
  /** Keys that type something, and must wait until no text has the focus. */
  readonly bareKeys?: readonly string[] | undefined;
  /** Kept out of the palette: it makes no sense from there. */
  readonly keysOnly?: boolean | undefined;
  readonly run: () => void;
}

const NAMED: Readonly<Record<string, string>> = { Ctrl: '$mod', Up: 'ArrowUp', Down: 'ArrowDown' };

/**
 * "Ctrl Shift L" in the syntax of tinykeys: "$mod+Shift+L". On many keyboards a sign like "/" or "?" needs Shift, so for
 * signs it does not matter.
 */
export function toBinding(keys: string): string {
  const parts = keys.split(' ');
  const last = parts.at(-1) ?? '';
  const sign = last.length === 1 && /[^\p{L}\p{N}]/u.test(last);
  const shift = sign && !parts.includes('Shift') ? ['[Shift]'] : [];
  return [...parts.slice(0, -1), ...shift, last].map((key) => NAMED[key] ?? key).join('+');
}

/** The commands whose label holds every word of `text`, best first: those that start with it. */
export function findCommands<T extends { readonly label: string }>(
  list: readonly T[],
  text: string,
): readonly T[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const start = words[0] ?? '';
  return list
    .filter((entry) => words.every((word) => entry.label.toLocaleLowerCase().includes(word)))
    .toSorted((a, b) => rank(b.label, start) - rank(a.label, start));
}

function rank(label: string, start: string): number {
  return start && label.toLocaleLowerCase().startsWith(start) ? 1 : 0;
}
