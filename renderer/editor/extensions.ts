// Everything the editor is made of besides the binding: schema, lines, keys, placeholder, paste, carets.

import type { AnyExtension } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions';
import type { NewId } from '../../shared/domain/ids.ts';
import type { CaretSource } from './carets/caret-source.ts';
import { Carets } from './carets/carets.ts';
import styles from './editor.module.css';
import { KeepLine } from './keep-line.ts';
import { Keys } from './keys.ts';
import { Lines } from './lines.ts';
import { PasteAsText } from './paste.ts';
import type { PeopleSource } from './people-source.ts';
import { schemaExtensions } from './schema.ts';

export interface EditorHost {
  readonly newId: NewId;
  readonly openLink: (url: string) => void;
  readonly openDetails: (pos: number, anchor: HTMLElement) => void;
  readonly people: PeopleSource;
  readonly placeholder: string;
  readonly carets: CaretSource | null;
}

export function buildExtensions(host: EditorHost): readonly AnyExtension[] {
  const actions = { people: host.people.get, onPeople: host.people.watch, openDetails: host.openDetails };
  return [
    ...schemaExtensions({ actions, openLink: host.openLink }),
    Lines.configure({ newId: host.newId }),
    Keys,
    PasteAsText.configure({ newId: host.newId }),
    Placeholder.configure({ placeholder: host.placeholder }),
    Carets.configure({ source: host.carets }),
    KeepLine,
    Gapcursor,
    Dropcursor.configure({ color: false, class: styles.dropcursor ?? '' }),
  ];
}
