import type {
  ListItem,
  ProgressNote,
  RichBlock,
  RichDoc,
  RichInline,
  RichMark,
} from '../domain/rich-text.ts';
import { type FieldOrder, ordered } from './ordered-fields.ts';

type Node = RichDoc | RichBlock | ListItem | ProgressNote | RichInline;
type AttrsOf<T> = T extends { readonly attrs: infer A } ? A : never;

const ATTRS: FieldOrder<AttrsOf<Node | RichMark>> = {
  id: 1,
  level: 1,
  start: 1,
  language: 1,
  href: 1,
  assignees: 1,
  helpers: 1,
  due: 1,
  status: 1,
  deferredTo: 1,
  carriedFrom: 1,
  replaces: 1,
  date: 1,
  by: 1,
};

/** The text with the fields of every node in one order: `type`, `attrs`, `text`, `marks`, `content`. */
export function orderRichDoc(doc: RichDoc): object {
  return orderNode(doc);
}

function orderNode(node: Node): object {
  return {
    type: node.type,
    ...('attrs' in node && { attrs: ordered(node.attrs, ATTRS) }),
    ...('text' in node && { text: node.text }),
    ...('marks' in node && node.marks && { marks: node.marks.map(orderMark) }),
    ...('content' in node && node.content && { content: node.content.map(orderNode) }),
  };
}

function orderMark(mark: RichMark): object {
  return { type: mark.type, ...('attrs' in mark && { attrs: ordered(mark.attrs, ATTRS) }) };
}
