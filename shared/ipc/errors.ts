/** Why the host could not do something. The page may choose its way out by code; the message is for the user. */
export const ERROR_CODES = [
  'no-permission',
  'disk-full',
  'read-only',
  'folder-missing',
  'file-missing',
  'file-in-use',
  'too-large',
  'empty',
  'pdf-failed',
  'link-refused',
  'lan-failed',
  'refused',
  'failed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The only form of an error that crosses between the processes: no stack, no path outside the message. */
export interface IpcError {
  readonly code: ErrorCode;
  readonly message: string;
}
