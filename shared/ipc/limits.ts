/** The largest file that is read or written whole, in bytes. A page of meeting notes is well under one megabyte. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** The longest page that is printed, in UTF-16 units; fonts and pictures are inside it. */
export const MAX_HTML_LENGTH = 64 * 1024 * 1024;
export const MAX_NAME_LENGTH = 255;
/** Relays that are named in one request; an invite has fewer. */
export const MAX_RELAYS = 16;
/** Longer addresses are not links a person made; Windows cannot open them either. */
export const MAX_LINK_LENGTH = 2_000;
