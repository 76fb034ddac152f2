// Where agenda items come from and what became of proposals: from an item to all the proposals behind it, from a
// proposal that was merged to the one that stands for it. Reads plain data; whatever was deleted leads nowhere.

import type { ItemId, PersonId, ProposalId } from './ids.ts';
import type { Proposal } from './meeting.ts';

/** The proposals an item was made of first, then those it covers besides, each in the order of the list. */
export function proposalsOf<P extends Proposal>(proposals: readonly P[], item: ItemId): readonly P[] {
  const behind = proposals.filter((proposal) => standsFor(proposals, proposal)?.item === item);
  return [
    ...behind.filter((proposal) => proposal.state === 'scheduled'),
    ...behind.filter((proposal) => proposal.state !== 'scheduled'),
  ];
}

/** Proposals that were merged straight into this one. */
export function mergedInto<P extends Proposal>(proposals: readonly P[], id: ProposalId): readonly P[] {
  return proposals.filter((proposal) => proposal.state === 'merged' && proposal.mergedInto === id);
}

/** The proposal at the end of the merges that start at one: itself, when it was not merged into another. */
export function standsFor<P extends Proposal>(proposals: readonly P[], start: P): P {
  let at = start;
  // The document breaks circles (D40); a record from elsewhere may still have one.
  for (let steps = 0; steps < proposals.length; steps += 1) {
    const next = at.state === 'merged' ? at.mergedInto : null;
    const into = next === null ? undefined : proposals.find(({ id }) => id === next);
    if (!into) return at;
    at = into;
  }
  return at;
}

/** Whether a proposal may be merged into another: not into itself, nor into one that is covered by it. */
export function canMergeInto(proposals: readonly Proposal[], id: ProposalId, into: Proposal): boolean {
  let at: Proposal | undefined = into;
  for (let steps = 0; at && steps <= proposals.length; steps += 1) {
    if (at.id === id) return false;
    const next: ProposalId | null = at.state === 'merged' ? at.mergedInto : null;
    at = next === null ? undefined : proposals.find((other) => other.id === next);
  }
  return true;
}

/** Who is to present it: those it was handed to, else those who asked. */
export function presentersOf(proposal: Proposal): readonly PersonId[] {
  return proposal.presenters.length > 0 ? proposal.presenters : proposal.requestedBy;
}

/**
 * "from Mara’s proposal", "from Mara’s and Tim’s proposal", "from 3 proposals". First names, unless two people of the
 * meeting share one; `null` where there are none.
 */
export function originWords(
  proposals: readonly Proposal[],
  people: readonly { readonly id: PersonId; readonly name: string }[],
): string | null {
  const [first, ...more] = proposals;
  if (!first) return null;
  if (more.length > 0) return `from ${proposals.length} proposals`;
  const firstNames = people.map(({ name }) => firstName(name));
  const names = first.requestedBy.flatMap((id) => {
    const name = people.find((person) => person.id === id)?.name ?? '';
    const short = firstName(name);
    return name === '' ? [] : [firstNames.filter((other) => other === short).length > 1 ? name : short];
  });
  const [one, two, ...others] = names;
  if (one === undefined) return 'from a proposal';
  if (two === undefined) return `from ${one}’s proposal`;
  if (others.length === 0) return `from ${one}’s and ${two}’s proposal`;
  return `from the proposal of ${one} and ${names.length - 1} others`;
}

/** "Mara"; the whole name where its first part is an initial. */
function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  return first.length < 2 || first.endsWith('.') ? name.trim() : first;
}
