import { writeRecord } from '../../../shared/doc/record.ts';
import type { AttachmentId, MeetingId } from '../../../shared/domain/ids.ts';
import type { Attachment, MeetingRecord } from '../../../shared/domain/meeting.ts';
import { wallTime } from '../../../shared/domain/zones.ts';
import type { OpenedFile as OpenedMeeting } from '../../../shared/import/open-file.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import type { Services } from '../../session/services.tsx';

/** Makes the meeting, its files first: it is never there without what it lists. The imported page becomes one of them. */
export async function makeMeeting(
  services: Services,
  opened: OpenedMeeting,
  source: OpenedFile,
): Promise<MeetingId> {
  const { library } = services;
  for (const [, bytes] of opened.attachments) {
    await library.putBlob(new Uint8Array(bytes), 'application/octet-stream');
  }
  const original = opened.kind === 'page' ? await keepOriginal(services, source) : [];
  const record: MeetingRecord = {
    ...opened.record,
    attachments: [...opened.record.attachments, ...original],
  };
  return library.create((doc) => writeRecord(doc, record));
}

/** Only pages are kept: a file of Quorum's own format is in the meeting completely. */
async function keepOriginal(
  { library, newId, now, ownZone }: Services,
  source: OpenedFile,
): Promise<readonly Attachment[]> {
  const type = typeOf(source.name);
  const { sha256, size } = await library.putBlob(new Uint8Array(source.bytes), type);
  return [
    {
      id: newId() as AttachmentId,
      name: source.name,
      label: 'Imported from',
      author: '',
      date: wallTime(now(), ownZone).date,
      type,
      size,
      sha256,
      item: null,
    },
  ];
}

function typeOf(name: string): string {
  if (/\.html?$/i.test(name)) return 'text/html';
  return /\.(?:md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
}
