// Finds an invite in whatever somebody pastes: the link, a `quorum:` link, the bare code, or a whole mail with its line
// breaks, quote marks, brackets and encodings.

import { fail, ok, type Result } from '../base/result.ts';
import type { Invite } from './invite.ts';
import { decodeCode, encodeInvite } from './invite-code.ts';

export interface InviteProblem {
  readonly code: 'nothing-found' | 'cut-off' | 'newer-version' | 'damaged';
  readonly message: string;
  /** What to do. */
  readonly advice: string;
}

/** `pageBase` is the address of the app's page. The invite stands behind its `#`, which no server gets to see. */
export function inviteLink(invite: Invite, pageBase: string): string {
  return `${pageBase.replace(/#.*$/s, '')}#/join/${encodeInvite(invite)}`;
}

/** Longer texts are not looked through to the end. */
const MAX_TEXT = 200_000;
const BREAK = String.raw`=?\r?\n[ \t]*(?:>[ \t]*)*|[\s\u00ad\u200b\u2060\ufeff]`;
// Looks ahead without taking, so that prose behind one `v1.` does not hide the next.
const CODE = new RegExp(
  String.raw`(?<![A-Za-z0-9_-])v(?:${BREAK})?([0-9]{1,3})(?:${BREAK})?\.(?=((?:[A-Za-z0-9_-]|${BREAK}){0,6000}))`,
  'g',
);
const MARKER = /(?:\/join\/|quorum:)\S{0,20}\s{0,3}$/;
/** Shorter ones are versions of something else, unless they stand where an invite stands. */
const MIN_LETTERS = 16;

const WORDS: Readonly<Record<InviteProblem['code'], Omit<InviteProblem, 'code'>>> = {
  'nothing-found': {
    message: 'There is no invite in this text.',
    advice: 'Copy the whole link or code that you were sent, and paste it here.',
  },
  'cut-off': {
    message: 'The end of this invite is missing.',
    advice: 'Copy it once more, up to its last letter, or ask for it to be sent again.',
  },
  'newer-version': {
    message: 'This invite is of a newer Quorum.',
    advice: 'Update Quorum, then open it again.',
  },
  damaged: {
    message: 'This invite is damaged: some of its letters are missing or wrong.',
    advice: 'Copy and paste it instead of typing it, or ask for it to be sent again.',
  },
};

export function decodeInvite(text: string): Result<Invite, InviteProblem> {
  const plain = decodeEscapes(text.slice(0, MAX_TEXT));
  const found = new Set<InviteProblem['code']>();
  for (const match of plain.matchAll(CODE)) {
    const [, version = '', letters = ''] = match;
    const parts = letters.split(new RegExp(BREAK)).filter((part) => part !== '');
    const isMarked = MARKER.test(plain.slice(Math.max(0, match.index - 40), match.index));
    if (!isMarked && (parts[0] ?? '').length < MIN_LETTERS) continue;
    const decoded = decodeCode(version, parts);
    if (typeof decoded !== 'string') return ok(decoded);
    found.add(decoded);
  }
  if (found.size === 0 && /\/join\/?[\s>]*$|quorum:(?:join)?[#/]*[\s>]*$/.test(plain)) found.add('cut-off');
  const order = ['newer-version', 'cut-off', 'damaged'] as const;
  const code = order.find((each) => found.has(each)) ?? 'nothing-found';
  return fail({ code, ...WORDS[code] });
}

/** Percent-encoding, once or twice over, and quoted-printable of mails. */
function decodeEscapes(text: string): string {
  const letter = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
  return text
    .replaceAll('%25', '%')
    .replace(/%([0-7][0-9A-Fa-f])/g, letter)
    .replace(/=([0-7][0-9A-F])/g, letter);
}
