// The addresses of the app, all after the `#`: what the routes take and what links point to.

import type { ItemId, MeetingId } from '../../shared/domain/ids.ts';

export const MEETING_VIEWS = ['plan', 'run', 'actions', 'publish'] as const;
export type MeetingView = (typeof MEETING_VIEWS)[number];

export const VIEW_NAMES: Readonly<Record<MeetingView, string>> = {
  plan: 'Plan',
  run: 'Run',
  actions: 'Actions',
  publish: 'Publish',
};

export const HOME = '/';
export const MEETINGS = '/meetings';
export const TEMPLATES = '/templates';
export const IMPORT = '/import';
export const SETTINGS = '/settings';
export const JOIN = '/join';

export function seriesPath(name: string): string {
  return `/series/${encodeURIComponent(name)}`;
}

/** The invite that an address carries, `null` for all other places. It is read once and goes from the address at once. */
export function readJoinPath(path: string): string | null {
  return /^\/join\/(.+)$/s.exec(path)?.[1] ?? null;
}

/** The series an address names, `null` for all other places. */
export function readSeriesPath(path: string): string | null {
  const [, name] = /^\/series\/(.+)$/.exec(path) ?? [];
  if (!name) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function meetingPath(id: MeetingId, view: MeetingView, item?: ItemId): string {
  return item ? `/m/${id}/${view}/${item}` : `/m/${id}/${view}`;
}

export interface MeetingPlace {
  readonly id: MeetingId;
  readonly view: MeetingView;
  readonly item: ItemId | null;
}

const MEETING_PATH = /^\/m\/([A-Za-z0-9_-]{1,64})\/(plan|run|actions|publish)(?:\/([A-Za-z0-9_-]{1,64}))?$/;

/** The meeting an address names, `null` for all other places. */
export function readMeetingPath(path: string): MeetingPlace | null {
  const [, id, view, item] = MEETING_PATH.exec(path) ?? [];
  if (!id || !view) return null;
  return { id: id as MeetingId, view: view as MeetingView, item: item ? (item as ItemId) : null };
}
