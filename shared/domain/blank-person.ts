import type { Person } from './meeting.ts';

/** What is known of a person of whom only the name is. */
export const BLANK_PERSON: Omit<Person, 'id' | 'kind' | 'name'> = {
  email: '',
  organisation: '',
  role: '',
  remark: '',
  apology: null,
  timeZone: null,
  guestOf: [],
};
