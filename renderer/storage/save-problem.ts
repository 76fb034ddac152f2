// What can keep a change from being saved, in a closed set of codes with the words the user reads.

export type SaveProblemCode = 'disk-full' | 'closed' | 'unavailable' | 'storage-broken';

export interface SaveProblem {
  readonly code: SaveProblemCode;
  /** What happened, in one line. */
  readonly message: string;
  /** What is safe, and what to do. */
  readonly advice: string;
  /** For *Details*: what the browser said. Holds no text of the meeting. */
  readonly detail: string;
}

const WORDS: Readonly<Record<SaveProblemCode, Pick<SaveProblem, 'message' | 'advice'>>> = {
  'disk-full': {
    message: 'Not saved: the disk is full.',
    advice: 'What you see is safe in memory. Free some space, or export a copy now.',
  },
  closed: {
    message: 'Not saved: Quorum was updated in another window.',
    advice: 'What you see is safe in memory. Export a copy, then reload this window.',
  },
  unavailable: {
    message: 'Not saved: this browser keeps no data for this page.',
    advice:
      'What you see is safe in memory. Allow site data or leave the private window, or export a copy now.',
  },
  'storage-broken': {
    message: 'Not saved: the storage of this computer does not answer.',
    advice: 'What you see is safe in memory. Try again, or export a copy now.',
  },
};

const CODES: Readonly<Record<string, SaveProblemCode>> = {
  QuotaExceededError: 'disk-full',
  VersionError: 'closed',
  VersionChangeError: 'closed',
  DatabaseClosedError: 'closed',
  MissingAPIError: 'unavailable',
  SecurityError: 'unavailable',
};

/** Dexie wraps the cause (an aborted transaction, a failed open): the innermost known name decides. */
export function saveProblem(error: unknown): SaveProblem {
  let code: SaveProblemCode = 'storage-broken';
  const seen: string[] = [];
  for (let cause = error; cause instanceof Error || cause instanceof DOMException; cause = innerOf(cause)) {
    seen.push(`${cause.name}: ${cause.message}`);
    code = CODES[cause.name] ?? code;
    if (seen.length >= 8) break;
  }
  return { code, ...WORDS[code], detail: seen.join(' < ') || String(error) };
}

function innerOf(error: Error): unknown {
  if ('inner' in error && error.inner !== error) return error.inner;
  return error.cause;
}
