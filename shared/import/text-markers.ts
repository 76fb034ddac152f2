// The marks at the head of a line that make it more than text: ticks and boxes of action items, labels of decisions.

import { DONE_MARK, OPEN_MARK } from './clean-nodes.ts';

export type Marker =
  | { readonly kind: 'action'; readonly done: boolean; readonly length: number; readonly label: string }
  | { readonly kind: 'decision'; readonly length: number; readonly label: string };

const TICK = new RegExp(
  `^\\s*(?:(?<done>[${DONE_MARK}✓✔✅🗹]\\uFE0F?|\\[[xX]\\])|(?<open>[${OPEN_MARK}□▢⬜]|\\[ ?\\]))\\s*`,
  'u',
);
const ACTION = /^\s*(?:action(?: item)?(?: \d{1,3}| A\d{1,3})?|AI|to ?do)\s*:\s*/i;
const DECISION =
  /^\s*(?:(?:decision|decided|resolved|resolution)(?: (?:no\.? ?)?[DR]?\d{1,3})?\s*[:—–]|agreed\s*:)\s*/i;
/** Scribes' shorthand: capitals only, "d: " and "ai: " are words of running text. */
const SHORT = /^\s*D\d{0,3}\s*:\s+/;

export function markerOf(text: string): Marker | null {
  const tick = TICK.exec(text);
  if (tick) {
    const { done } = tick.groups ?? {};
    const label = ACTION.exec(text.slice(tick[0].length))?.[0] ?? '';
    return {
      kind: 'action',
      done: done !== undefined,
      length: tick[0].length + label.length,
      label: tick[0] + label,
    };
  }
  const decision = DECISION.exec(text) ?? SHORT.exec(text);
  if (decision) return { kind: 'decision', length: decision[0].length, label: decision[0] };
  const action = ACTION.exec(text);
  // "AI: " is an abbreviation in capitals, "ai:" is not.
  if (!action || /^\s*ai/.test(text) || /^\s*Ai/.test(text)) return null;
  return { kind: 'action', done: false, length: action[0].length, label: action[0] };
}
