// What the main process accepts from a window, channel by channel. A window is not trusted: it shows text from outside.

import * as v from 'valibot';
import type { Payload, RequestChannel } from './contract.ts';
import { MAX_FILE_BYTES, MAX_HTML_LENGTH, MAX_LINK_LENGTH, MAX_NAME_LENGTH, MAX_RELAYS } from './limits.ts';

const nothing = v.null();

/** A file name and nothing else: no folder, no control character, not `.` or `..`. */
const fileName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_NAME_LENGTH),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
  v.regex(/^[^/\\\u0000-\u001f\u007f]+$/),
  v.check((name) => !/^\.+$/.test(name)),
);

const mediaType = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z]+\/[a-z0-9.+-]+$/));

const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.byteLength <= MAX_FILE_BYTES),
);

/** Only its first look: electron/security/requests.ts reads it. */
const relay = v.pipe(v.string(), v.maxLength(MAX_LINK_LENGTH), v.regex(/^wss?:\/\//));

export const PAYLOAD_CHECKS = {
  'file:open': nothing,
  'file:take': nothing,
  'file:save': v.strictObject({ name: fileName, type: mediaType, bytes }),
  'pdf:export': v.strictObject({
    html: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_HTML_LENGTH)),
    name: fileName,
    paper: v.picklist(['A4', 'Letter']),
  }),
  'link:open': v.pipe(v.string(), v.maxLength(MAX_LINK_LENGTH)),
  'window:set-unsaved': v.boolean(),
  'window:finish-closing': v.boolean(),
  'window:keep-awake': v.boolean(),
  'relay:allow': v.pipe(v.array(relay), v.minLength(1), v.maxLength(MAX_RELAYS)),
  'lan:start': nothing,
  'lan:stop': nothing,
  'lan:state': nothing,
} satisfies { [C in RequestChannel]: v.GenericSchema<unknown, Payload<C>> };

/** The payload as its type, or `null` in a box when it is not of that form. */
export function checkPayload<C extends RequestChannel>(
  channel: C,
  payload: unknown,
): { readonly payload: Payload<C> } | null {
  const check: v.GenericSchema<unknown, Payload<C>> = PAYLOAD_CHECKS[channel];
  const result = v.safeParse(check, payload);
  return result.success ? { payload: result.output } : null;
}
