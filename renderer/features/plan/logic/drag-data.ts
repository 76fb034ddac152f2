import type { ItemId, ProposalId } from '../../../../shared/domain/ids.ts';

/** What is being dragged in this window. The browser hides the data of a drag until its drop; this is known before. */
export type Dragged =
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'proposal'; readonly proposal: ProposalId };
