// The meeting that an empty library offers is what the importer makes of spring-review.md. Run this file once after either
// changed: node test/shared/import/sample-meeting.ts && npm run format
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { countingIds, importFixture, NOW } from './import-fixture.ts';

export const SAMPLE_MEETING = fileURLToPath(
  new URL('../../../renderer/features/library/sample-meeting.json', import.meta.url),
);

export function makeSampleMeeting(): MeetingRecord {
  const options = { newId: countingIds('sample'), now: NOW, timeZone: 'America/Phoenix' as TimeZone };
  const { record } = importFixture('spring-review.md', options);
  return { ...record, meta: { ...record.meta, series: 'Platform leads' } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(SAMPLE_MEETING, writeMeetingJson(makeSampleMeeting()));
}
