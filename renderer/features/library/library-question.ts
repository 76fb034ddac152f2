import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { BuiltInTemplate } from '../../../shared/domain/templates.ts';

/** What a meeting is made of: a template that Quorum brings along, or a meeting or template of this computer. */
export type TemplateSource =
  | { readonly kind: 'built-in'; readonly template: BuiltInTemplate }
  | { readonly kind: 'own'; readonly id: MeetingId };

/** What has to be known before a meeting can be made. */
export type LibraryQuestion =
  | { readonly kind: 'new-from'; readonly source: TemplateSource }
  | { readonly kind: 'duplicate'; readonly id: MeetingId };
