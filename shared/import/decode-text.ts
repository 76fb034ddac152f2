// Bytes of a file to its text. UTF-8 unless a byte order mark says otherwise; what is not valid UTF-8 but reads like text is taken
// as Windows-1252, the usual case of old exports.

import { strFromU8 } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import type { ImportProblem } from './import-problem.ts';

export interface DecodedText {
  readonly text: string;
  /** False when the bytes were not valid in the encoding they should have been in. */
  readonly sure: boolean;
}

/** Characters that Windows-1252 has where Latin-1 has control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CHUNK = 8192;

export function decodeText(bytes: Uint8Array): Result<DecodedText, ImportProblem> {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return textOnly(decodeUtf16(bytes.subarray(2), true), true);
  if (first === 0xfe && second === 0xff) return textOnly(decodeUtf16(bytes.subarray(2), false), true);
  const text = strFromU8(bytes).replace(/^\ufeff/, '');
  // U+FFFD of its own is three bytes; more of them than that come from bytes that are no UTF-8.
  const broken = text.includes('\ufffd') && !hasReplacementBytes(bytes);
  return broken ? textOnly(decodeWindows1252(bytes), false) : textOnly(text, true);
}

function textOnly(text: string, sure: boolean): Result<DecodedText, ImportProblem> {
  if (text.trim() === '') {
    return fail({ code: 'empty', message: 'This file is empty. Choose the file that holds the meeting.' });
  }
  if (isBinary(text)) {
    const message =
      'This is not a text file. Save the page as HTML or Markdown, or choose a .quorum file, and open that.';
    return fail({ code: 'binary', message });
  }
  return ok({ text, sure });
}

/** Control characters do not occur in text. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 100_000);
  let odd = 0;
  for (let i = 0; i < head.length; i += 1) {
    const code = head.charCodeAt(i);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) odd += 1;
  }
  return odd * 100 > head.length;
}

function hasReplacementBytes(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
  }
  return false;
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i += 1) {
    const [a = 0, b = 0] = [bytes[2 * i], bytes[2 * i + 1]];
    units[i] = little ? a | (b << 8) : (a << 8) | b;
  }
  return fromUnits(units);
}

function decodeWindows1252(bytes: Uint8Array): string {
  return fromUnits(
    Uint16Array.from(bytes, (byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
    ),
  );
}

function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += CHUNK) text += String.fromCharCode(...units.subarray(i, i + CHUNK));
  return text;
}
