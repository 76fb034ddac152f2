import type { ReactNode } from 'react';
import type * as Y from 'yjs';
import type { NewId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/meeting.ts';
import type { CaretSource } from './carets/caret-source.ts';

export interface TextEditorProps {
  readonly text: Y.XmlFragment;
  /** Name of the text for those who do not see where it stands: "Minutes of Search index trial". */
  readonly label: string;
  readonly placeholder: string;
  readonly people: readonly Person[];
  readonly newId: NewId;
  /** Takes addresses that passed `safeHref`. */
  readonly openLink: (url: string) => void;
  /** The carets of others, and where one's own is told; the same object as long as the text is the same. */
  readonly carets?: CaretSource | null | undefined;
  /** Stands before the toolbar. */
  readonly heading?: ReactNode;
  readonly toolbar?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Called once the text can be typed into. */
  readonly onReady?: (() => void) | undefined;
}
