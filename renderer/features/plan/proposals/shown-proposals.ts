// Which proposals are listed, and in which order: by their state, by words that are looked for, and sorted. Also where one
// stands in the whole list after it was moved among those that are listed.

import { likelyRange, parseEstimate } from '../../../../shared/domain/estimate.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal, ProposalState } from '../../../../shared/domain/meeting.ts';
import { presentersOf } from '../../../../shared/domain/proposal-lineage.ts';
import { foldName, namesOf, type PeopleById } from '../logic/person-search.ts';

export type Shown = 'open' | 'scheduled' | 'declined';
export type Sort = 'order' | 'longest' | 'shortest' | 'asker' | 'topic';

/** A merged one has its time in the agenda as well, under another name. */
export const SHOWN_AS: Readonly<Record<ProposalState, Shown>> = {
  open: 'open',
  scheduled: 'scheduled',
  merged: 'scheduled',
  declined: 'declined',
};

export interface Wanted {
  readonly shown: Shown;
  /** Words that must all be in it: topic, time, who asked or presents, remark, reason. */
  readonly find: string;
  readonly sort: Sort;
}

export function shownProposals(
  proposals: readonly Proposal[],
  { shown, find, sort }: Wanted,
  people: PeopleById,
): readonly Proposal[] {
  const words = foldName(find)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = proposals.filter((proposal) => {
    if (SHOWN_AS[proposal.state] !== shown) return false;
    const text = foldName(searched(proposal, people));
    return words.every((word) => text.includes(word));
  });
  return sort === 'order' ? found : found.toSorted(comparison(sort, people));
}

function searched(proposal: Proposal, people: PeopleById): string {
  const { title, estimate, requestedBy, requestNote, reason } = proposal;
  const names = namesOf([...requestedBy, ...presentersOf(proposal)], people);
  return [title, estimate, requestNote, reason, ...names].join(' ');
}

function comparison(sort: Exclude<Sort, 'order'>, people: PeopleById): (a: Proposal, b: Proposal) => number {
  switch (sort) {
    case 'longest':
      return (a, b) => (lengthOf(b) ?? -1) - (lengthOf(a) ?? -1);
    case 'shortest':
      return (a, b) => (lengthOf(a) ?? Number.MAX_SAFE_INTEGER) - (lengthOf(b) ?? Number.MAX_SAFE_INTEGER);
    case 'asker':
      return (a, b) => compareText(askerOf(a, people), askerOf(b, people));
    case 'topic':
      return (a, b) => compareText(a.title, b.title);
  }
}

/** The most it may take; without an estimate it comes last either way. */
function lengthOf({ estimate }: Proposal): number | null {
  const parsed = parseEstimate(estimate);
  return parsed && likelyRange(parsed).high;
}

function askerOf({ requestedBy, requestNote }: Proposal, people: PeopleById): string {
  return namesOf(requestedBy, people)[0] ?? requestNote;
}

/** Nothing stands last. */
function compareText(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return foldName(a).localeCompare(foldName(b), 'en');
}

/** Index in the whole list, itself taken out, that puts a proposal at `to` among the listed ones, itself taken out. */
export function indexAmong(
  proposals: readonly Proposal[],
  listed: readonly Proposal[],
  id: ProposalId,
  to: number,
): number {
  const others = proposals.filter((proposal) => proposal.id !== id);
  const around = listed.filter((proposal) => proposal.id !== id);
  const next = around[to];
  if (next) return others.indexOf(next);
  const last = around.at(-1);
  return last ? others.indexOf(last) + 1 : 0;
}
