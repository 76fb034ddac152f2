import type { Instant } from '../../../shared/domain/time.ts';
import type { Merge } from '../../session/sync-types.ts';
import { changes, people } from './sync-words.ts';

export type SyncStrip =
  | { readonly kind: 'offline'; readonly since: Instant | null }
  | { readonly kind: 'merged'; readonly merge: Merge }
  | { readonly kind: 'dropped'; readonly device: string; readonly name: string; readonly reason: string }
  | { readonly kind: 'version'; readonly name: string; readonly version: 'older' | 'newer' };

export interface StripWords {
  /** Set off from the rest; '' for none. */
  readonly lead: string;
  readonly text: string;
}

export function stripWords(strip: SyncStrip): StripWords {
  switch (strip.kind) {
    case 'offline':
      return {
        lead: 'You are offline.',
        text: 'Keep writing: everything is saved here and merges when you are back.',
      };
    case 'merged': {
      const { authors, changes: list } = strip.merge;
      const from = authors.length > 0 ? ` from ${people(authors.length)}` : '';
      return { lead: 'Back online.', text: `${changes(list.length)}${from} merged, nothing was lost.` };
    }
    case 'dropped':
      return {
        lead: `${strip.name || 'Somebody'} was dropped:`,
        text: `${strip.reason}. The meeting is whole; Quorum no longer listens to that computer.`,
      };
    case 'version': {
      const whose = strip.name ? `${strip.name}’s` : 'Somebody’s';
      return {
        lead: '',
        text:
          strip.version === 'older'
            ? `${whose} app is older and can only read this meeting.`
            : `${whose} app is newer. Update this one to write together.`,
      };
    }
  }
}
