// Who made a change. Only LOCAL changes are undoable; everything else is somebody else's, or the past.

/** A command of the person at this window. */
export const LOCAL = Symbol('local');
/** Read back from storage. */
export const LOADED = Symbol('loaded');
/** A record written into a fresh document. */
export const IMPORTED = Symbol('imported');
/** The document brought to a newer schema. */
export const UPGRADE = Symbol('upgrade');
/** What a broken or hostile member left, put right (repair-document.ts). */
export const REPAIR = Symbol('repair');
/** A session saying who writes in it (writers.ts). */
export const WRITER = Symbol('writer');
