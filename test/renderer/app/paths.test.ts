import { describe, expect, test } from 'vitest';
import { meetingPath, readMeetingPath, readSeriesPath, seriesPath } from '../../../renderer/app/paths.ts';
import type { ItemId, MeetingId } from '../../../shared/domain/ids.ts';

describe('addresses', () => {
  test('of a meeting and of an item in it lead back to them', () => {
    const id = 'V1StGXR8_Z5jdHi6B-myT0' as MeetingId;
    const item = 'item_1' as ItemId;
    expect(readMeetingPath(meetingPath(id, 'publish'))).toEqual({ id, view: 'publish', item: null });
    expect(readMeetingPath(meetingPath(id, 'run', item))).toEqual({ id, view: 'run', item });
  });

  test('that name no view, or carry more than ids, are no meeting', () => {
    for (const path of ['/m/abc', '/m/abc/history', '/m//plan', '/m/a/plan/../../x', '/meetings', '/']) {
      expect(readMeetingPath(path)).toBeNull();
    }
  });

  test('keep a series name with any letters in it', () => {
    const name = 'Bücher & Räume / 100 %?';
    expect(readSeriesPath(seriesPath(name))).toBe(name);
    expect(readSeriesPath('/series/%E0%A4%A')).toBe('%E0%A4%A');
    expect(readSeriesPath('/meetings')).toBeNull();
  });
});
