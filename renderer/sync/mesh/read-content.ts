// Walks over what a struct of a Yjs update (format V1) holds, without building it.

import * as decoding from 'lib0/decoding';

const MAX_DEPTH = 64;
const TYPES_WITH_NAME = [3, 5];
const LAST_TYPE = 6;
/** The kind of content that other structs can stand in. */
export const TYPE = 7;

/** Reads on behind it: its length in clocks. Throws where it is not valid. */
export function readContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: {
      // JSON
      const length = count(decoder);
      for (let left = length; left > 0; left -= 1) skipJson(decoder);
      return length;
    }
    case 3: // binary
      skipString(decoder);
      return 1;
    case 5: // embed
      skipJson(decoder);
      return 1;
    case 4:
      return utf16Length(decoding.readVarUint8Array(decoder));
    case 6: // format
      skipString(decoder);
      skipJson(decoder);
      return 1;
    case TYPE: {
      const type = decoding.readVarUint(decoder);
      if (type > LAST_TYPE) throw new Error(`No such type: ${type}`);
      if (TYPES_WITH_NAME.includes(type)) skipString(decoder);
      return 1;
    }
    case 8: {
      // any values
      const length = count(decoder);
      for (let left = length; left > 0; left -= 1) skipAny(decoder, 0);
      return length;
    }
    default: // 9 is a document inside the document, which no meeting has.
      throw new Error(`No such content: ${kind}`);
  }
}

/** lib0's encoding of values, see its encoding.writeAny. */
function skipAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > MAX_DEPTH) throw new Error('Nested too deeply');
  const kind = decoding.readUint8(decoder);
  switch (kind) {
    case 127:
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readUint8Array(decoder, 4);
      return;
    case 123:
    case 122:
      decoding.readUint8Array(decoder, 8);
      return;
    case 119:
    case 116:
      skipString(decoder);
      return;
    case 118:
      for (let left = count(decoder); left > 0; left -= 1) {
        skipString(decoder);
        skipAny(decoder, depth + 1);
      }
      return;
    case 117:
      for (let left = count(decoder); left > 0; left -= 1) skipAny(decoder, depth + 1);
      return;
    default:
      throw new Error(`No such value: ${kind}`);
  }
}

/** A number of things of at least one byte each: more than there are bytes is a lie. */
export function count(decoder: decoding.Decoder): number {
  const value = decoding.readVarUint(decoder);
  if (value > decoder.arr.length - decoder.pos) throw new Error('More things than bytes');
  return value;
}

export function skipString(decoder: decoding.Decoder): void {
  decoding.readVarUint8Array(decoder);
}

const [QUOTE, ESCAPE] = [0x22, 0x5c];
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** JSON.parse takes any depth, JSON.stringify does not: a document with such a value could not be saved or sent any more. */
function skipJson(decoder: decoding.Decoder): void {
  const text = decoding.readVarUint8Array(decoder);
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted && byte === ESCAPE) at += 1;
    else if (!quoted && OPENING.includes(byte)) depth += 1;
    else if (!quoted && CLOSING.includes(byte)) depth -= 1;
    if (depth > MAX_DEPTH) throw new Error('Nested too deeply');
  }
}

/** Yjs counts text by UTF-16: a sequence of four bytes of UTF-8 is two. */
function utf16Length(utf8: Uint8Array): number {
  let length = 0;
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  return length;
}
