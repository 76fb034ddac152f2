import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { type Command, toBinding } from './commands.ts';
import { hasTextFocus } from './text-focus.ts';

/** Binds the keys of the commands to the window. What a view already took (preventDefault) is left alone. */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const bindings = commands.map((command) => `${command.id}:${command.keys}:${command.bareKeys}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rebinds only when the keys change, not on every render
  useEffect(() => {
    const runs = (id: Command['id'], bare: boolean) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || (bare && hasTextFocus())) return;
      event.preventDefault();
      latest.current.find((command) => command.id === id)?.run();
    };
    const entries = latest.current.flatMap((command) => [
      ...(command.keys ?? []).map((keys) => [toBinding(keys), runs(command.id, false)] as const),
      ...(command.bareKeys ?? []).map((key) => [toBinding(key), runs(command.id, true)] as const),
    ]);
    return tinykeys(window, Object.fromEntries(entries), { ignore: isTyped });
  }, [bindings]);
}

/** Unlike the default of tinykeys, keys with Ctrl work in text too; only what composes a letter is left alone. */
export function isTyped(event: KeyboardEvent): boolean {
  return event.repeat || event.isComposing;
}
