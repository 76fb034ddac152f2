import { expect, test } from 'vitest';
import { saveAs } from '../../../../renderer/features/publish/formats.ts';
import type { Services } from '../../../../renderer/session/services.tsx';
import type { AttachmentId } from '../../../../shared/domain/ids.ts';
import type { Attachment } from '../../../../shared/domain/meeting.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { readBundle } from '../../../../shared/import/bundle.ts';
import { defaultPublishOptions } from '../../../../shared/publish/publish-options.ts';
import { sampleRecord } from '../../../shared/publish/sample-record.ts';

const HERE = new TextEncoder().encode('hello');
const HERE_SHA = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const GONE_SHA = 'a'.repeat(64);

function attachment(id: string, name: string, sha256: string): Attachment {
  const rest = { label: '', author: '', date: null, type: 'text/plain', size: 5, item: null };
  return { id: id as AttachmentId, name, sha256, ...rest };
}

test('a Quorum file takes the files that are here, and names those that are not', async () => {
  const record = {
    ...sampleRecord(),
    attachments: [attachment('one', 'here.txt', HERE_SHA), attachment('two', 'gone.txt', GONE_SHA)],
  };
  let written = new Uint8Array();
  const services = {
    library: { getBlob: async (sha256: string) => (sha256 === HERE_SHA ? new Blob([HERE]) : null) },
    host: {
      saveFile: async ({ bytes }: { bytes: Uint8Array }) => {
        written = new Uint8Array(bytes);
        return 'saved';
      },
    },
  } as unknown as Services;
  const options = defaultPublishOptions('minutes', Date.UTC(2026, 2, 10) as Instant);
  expect(await saveAs('bundle', record, options, services)).toEqual({
    outcome: 'saved',
    leftOut: ['gone.txt'],
  });
  const read = readBundle(written);
  expect(read.ok && [...read.value.attachments.keys()]).toEqual([HERE_SHA]);
});
