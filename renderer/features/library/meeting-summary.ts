import type { Services } from '../../session/services.tsx';

/** One entry of the library's list: what the storage keeps of a meeting for lists. */
export type MeetingSummary = Parameters<Parameters<Services['library']['watch']>[0]>[0][number];
export type LiveItem = NonNullable<MeetingSummary['live']>;
