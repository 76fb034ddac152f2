import { readRecord } from '../../shared/doc/record.ts';
import { writeMeetingJson } from '../../shared/publish/write-meeting-json.ts';
import { fileName } from '../features/publish/file-name.ts';
import type { Host } from '../platform/host.ts';
import type { OpenMeeting } from '../session/open-meeting.ts';

/** Writes what is in memory to a file of the user's choice: the way out when the storage does not take it. */
export async function exportCopy(host: Host, open: OpenMeeting): Promise<boolean> {
  const record = readRecord(open.doc);
  const outcome = await host.saveFile({
    name: `${fileName(record.meta.title)}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(writeMeetingJson(record)),
  });
  return outcome === 'saved';
}
