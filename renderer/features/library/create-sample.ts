import { writeRecord } from '../../../shared/doc/record.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import type { Services } from '../../session/services.tsx';

/** Makes a meeting with everything in it, to look at. It is a meeting like any other: edit it, delete it. */
export async function createSample(library: Services['library']): Promise<MeetingId> {
  const { default: text } = await import('./sample-meeting.json?raw');
  const read = readMeetingJson(text);
  if (!read.ok)
    throw new Error(`The sample meeting does not match this version: ${JSON.stringify(read.error)}`);
  return library.create((doc) => writeRecord(doc, read.value));
}
