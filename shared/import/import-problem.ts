export type ImportProblemCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'too-complex'
  | 'no-meeting'
  | 'newer-version'
  | 'damaged';

/** Why nothing was imported. `message` is one or two sentences for the user: what is wrong and what to do next. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly message: string;
}

export const TOO_COMPLEX: ImportProblem = {
  code: 'too-complex',
  message:
    'This page has far more parts, or parts nested far deeper, than a page of a meeting has. Copy only the agenda and the minutes into a new file and import that.',
};

export const NO_MEETING: ImportProblem = {
  code: 'no-meeting',
  message:
    'No meeting was found in this file. It needs an agenda (a table or list with times and topics, or headings that begin with a time) or a list of proposed topics.',
};
