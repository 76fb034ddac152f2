import { describe, expect, test } from 'vitest';
import type { ItemId, PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import type { Proposal } from '../../../shared/domain/meeting.ts';
import {
  canMergeInto,
  mergedInto,
  originWords,
  presentersOf,
  proposalsOf,
  standsFor,
} from '../../../shared/domain/proposal-lineage.ts';
import { proposal } from './a-proposal.ts';

const scheduled = (id: string, item: string) => proposal(id, { state: 'scheduled', item: item as ItemId });
const merged = (id: string, into: string) =>
  proposal(id, { state: 'merged', mergedInto: into as ProposalId });
const ids = (list: readonly Proposal[]) => list.map(({ id }) => id);

describe('the proposals behind an item', () => {
  test('are the one it was made of, and then all that were merged, straight or through another', () => {
    const list = [
      merged('far', 'near'),
      proposal('beside', { state: 'merged', item: 'item' as ItemId }),
      merged('near', 'made'),
      scheduled('made', 'item'),
      scheduled('other', 'elsewhere'),
    ];
    expect(ids(proposalsOf(list, 'item' as ItemId))).toEqual(['made', 'far', 'beside', 'near']);
    expect(ids(mergedInto(list, 'made' as ProposalId))).toEqual(['near']);
  });

  test('end where a circle of merges would run for ever', () => {
    const list = [merged('a', 'b'), merged('b', 'a')];
    expect(proposalsOf(list, 'item' as ItemId)).toEqual([]);
    expect(list).toContain(standsFor(list, list[0] as Proposal));
  });
});

test('a proposal is not merged into itself, nor into one that it covers', () => {
  const list = [proposal('a'), merged('b', 'a'), merged('c', 'b'), proposal('d')];
  const may = (id: string, into: string) =>
    canMergeInto(list, id as ProposalId, list.find((each) => each.id === into) as Proposal);
  expect([may('a', 'a'), may('a', 'b'), may('a', 'c'), may('a', 'd'), may('d', 'c')]).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('who presents is who it was handed to, else who asked', () => {
  const asked = { requestedBy: ['mara' as PersonId] };
  expect(presentersOf(proposal('p', asked))).toEqual(['mara']);
  expect(presentersOf(proposal('p', { ...asked, presenters: ['tim' as PersonId] }))).toEqual(['tim']);
});

describe('where an item comes from, in words', () => {
  const people = [
    { id: 'mo' as PersonId, name: 'Mara Olsen' },
    { id: 'tk' as PersonId, name: 'Tim Kimura' },
    { id: 'tm' as PersonId, name: 'Tim Maur' },
    { id: 'wf' as PersonId, name: 'W. Ferro' },
  ];
  const by = (...names: string[]) =>
    originWords([proposal('p', { requestedBy: names as PersonId[] })], people);

  test.each([
    [by('mo'), 'from Mara’s proposal'],
    [by('wf'), 'from W. Ferro’s proposal'],
    [by('mo', 'tk'), 'from Mara’s and Tim Kimura’s proposal'],
    [by('mo', 'tk', 'wf'), 'from the proposal of Mara and 2 others'],
    [by(), 'from a proposal'],
    [by('gone'), 'from a proposal'],
    [originWords([proposal('p'), proposal('q')], people), 'from 2 proposals'],
    [originWords([], people), null],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
});
