import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collectRegisters } from '../../../../shared/domain/registers.ts';
import { readMeetingJson } from '../../../../shared/import/meeting-json.ts';

const file = new URL('../../../../renderer/features/library/sample-meeting.json', import.meta.url);

describe('the sample meeting', () => {
  const read = readMeetingJson(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.error.message);
  const record = read.value;

  test('is what Home promises: three days with everything in it', () => {
    expect(record.days).toHaveLength(3);
    const { actions, decisions } = collectRegisters(record);
    for (const part of [
      actions,
      decisions,
      record.people,
      record.proposals,
      record.logistics,
      record.attachments,
    ]) {
      expect(part.length).toBeGreaterThan(0);
    }
  });

  test('names its time zone, so that its times can be shown in everybody’s own', () => {
    expect(record.meta.timeZone).not.toBeNull();
  });
});
