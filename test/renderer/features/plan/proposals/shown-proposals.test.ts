import { describe, expect, test } from 'vitest';
import {
  indexAmong,
  type Sort,
  shownProposals,
} from '../../../../../renderer/features/plan/proposals/shown-proposals.ts';
import type { ItemId, PersonId, ProposalId } from '../../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../../shared/domain/meeting.ts';
import { proposal } from '../../../../shared/domain/a-proposal.ts';
import { person } from '../builders.ts';

const people = new Map([person('Rüya'), person('Ben'), person('Zoe')].map((each) => [each.id, each]));
const by = (...names: string[]) => names.map((name) => name.toLowerCase() as PersonId);
const list = [
  proposal('Rota', { estimate: '30+', requestedBy: by('Ben') }),
  proposal('Archive', { estimate: '1 hour?', requestedBy: by('Rüya') }),
  proposal('Done', { state: 'scheduled', item: 'i' as ItemId }),
  proposal('Gone into it', { state: 'merged', mergedInto: 'Rota' as ProposalId }),
  proposal('Robots', { state: 'declined', reason: 'a report is enough' }),
  proposal('texts', { presenters: by('Zoe'), requestNote: 'for the group' }),
];
const shown = (wanted: Partial<Parameters<typeof shownProposals>[1]> = {}) =>
  shownProposals(list, { shown: 'open', find: '', sort: 'order', ...wanted }, people).map(({ id }) => id);

describe('the proposals that are listed', () => {
  test('are those of the state, what was merged with what is scheduled', () => {
    expect(shown()).toEqual(['Rota', 'Archive', 'texts']);
    expect(shown({ shown: 'scheduled' })).toEqual(['Done', 'Gone into it']);
    expect(shown({ shown: 'declined' })).toEqual(['Robots']);
  });

  test.each([
    ['ruya', ['Archive']],
    ['zoe', ['texts']],
    ['group tex', ['texts']],
    ['ROT', ['Rota']],
    ['hour', ['Archive']],
    ['rota archive', []],
    ['  ', ['Rota', 'Archive', 'texts']],
  ])('with %j in them', (find, expected) => {
    expect(shown({ find })).toEqual(expected);
  });

  test('of the declined ones by their reason', () => {
    expect(shown({ shown: 'declined', find: 'report' })).toEqual(['Robots']);
  });

  test.each<[Sort, string[]]>([
    ['longest', ['Archive', 'Rota', 'texts']],
    ['shortest', ['Rota', 'Archive', 'texts']],
    ['asker', ['Rota', 'texts', 'Archive']],
    ['topic', ['Archive', 'Rota', 'texts']],
  ])('sorted by %s: what is not known comes last', (sort, expected) => {
    expect(shown({ sort })).toEqual(expected);
  });
});

describe('a proposal moved among the listed ones', () => {
  const listed = list.filter(({ state }) => state === 'open');
  const at = (id: string, to: number) => {
    const index = indexAmong(list, listed, id as ProposalId, to);
    const others = list.filter((each) => each.id !== id);
    return others.toSpliced(index, 0, list.find((each) => each.id === id) as Proposal).map((each) => each.id);
  };

  test('stands right before the one it was put before, whatever is between in the whole list', () => {
    expect(at('texts', 0)).toEqual(['texts', 'Rota', 'Archive', 'Done', 'Gone into it', 'Robots']);
    expect(at('Rota', 1)).toEqual(['Archive', 'Done', 'Gone into it', 'Robots', 'Rota', 'texts']);
  });

  test('stands right behind the last one when it was put there', () => {
    expect(at('Rota', 2)).toEqual(['Archive', 'Done', 'Gone into it', 'Robots', 'texts', 'Rota']);
  });

  test('alone in its list stays possible', () => {
    expect(indexAmong(list, [list[4] as Proposal], 'Robots' as ProposalId, 0)).toBe(0);
  });
});
