// Preparation notes and minutes as plain elements, read-only: no editor is loaded for it. Links leave through
// safeHref, so a text from a peer cannot carry a script. It does not know where the text is kept.

import { Circle, CircleCheck, Diamond } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { Person } from '../../shared/domain/meeting.ts';
import type {
  ActionItemNode,
  RichBlock,
  RichDoc,
  RichInline,
  RichMark,
  TextNode,
} from '../../shared/domain/rich-text.ts';
import { safeHref } from '../../shared/domain/safe-href.ts';
import { formatDate } from '../../shared/domain/zones.ts';
import { Chip, type Tone } from './chip.tsx';
import { cx } from './cx.ts';
import styles from './rich-text-view.module.css';

export function RichTextView(props: {
  readonly doc: RichDoc;
  readonly people: readonly Person[];
  readonly className?: string | undefined;
}) {
  return (
    <div className={cx(styles.doc, props.className)}>
      <Blocks blocks={props.doc.content} people={props.people} />
    </div>
  );
}

interface BlocksProps {
  readonly blocks: readonly RichBlock[];
  readonly people: readonly Person[];
}

function Blocks({ blocks, people }: BlocksProps) {
  // Read-only and replaced as a whole: the place in the list is the only identity a line of text has.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return blocks.map((block, index) => <BlockView key={index} block={block} people={people} />);
}

function BlockView({ block, people }: { readonly block: RichBlock; readonly people: readonly Person[] }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.content)}</p>;
    case 'heading': {
      const Tag = (['h4', 'h5', 'h6'] as const)[block.attrs.level - 1] ?? 'h6';
      return <Tag>{inline(block.content)}</Tag>;
    }
    case 'bulletList':
      return <ul>{listItems(block.content, people)}</ul>;
    case 'orderedList':
      return <ol start={block.attrs.start}>{listItems(block.content, people)}</ol>;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} people={people} />
        </blockquote>
      );
    case 'codeBlock':
      return (
        <pre>
          <code>{inline(block.content)}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'decision':
      return (
        <div className={cx(styles.line, styles.decision)}>
          <Diamond size={14} />
          <div>
            <span className={styles.kind}>Decision</span> {inline(block.content)}
          </div>
        </div>
      );
    case 'actionItem':
      return <ActionLine action={block} people={people} />;
    default:
      return null;
  }
}

const STATUS: Readonly<Record<ActionItemNode['attrs']['status'], { label: string; tone: Tone }>> = {
  open: { label: 'Open', tone: 'neutral' },
  'in-progress': { label: 'In progress', tone: 'accent' },
  done: { label: 'Done', tone: 'ok' },
  deferred: { label: 'Deferred', tone: 'warn' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

function ActionLine({
  action,
  people,
}: {
  readonly action: ActionItemNode;
  readonly people: readonly Person[];
}) {
  const { assignees, helpers, due, status } = action.attrs;
  const names = (ids: readonly string[]) =>
    ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []).join(', ');
  const who = names(assignees);
  const helped = names(helpers);
  return (
    <div className={styles.line}>
      {status === 'done' ? <CircleCheck /> : <Circle />}
      <div>
        {who && <span className={styles.who}>{who}</span>}
        {helped && `, with ${helped}`}
        {(who || helped) && ': '}
        {action.content.map((part, index) =>
          part.type === 'paragraph' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: read-only text, see Blocks
            <Fragment key={index}>{inline(part.content)}</Fragment>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: read-only text, see Blocks
            <div key={index} className={styles.note}>
              {part.attrs.date && `${formatDate(part.attrs.date, 'short')}: `}
              {inline(part.content)}
            </div>
          ),
        )}
      </div>
      {status === 'open' && due ? (
        <Chip>{formatDate(due, 'short')}</Chip>
      ) : (
        <Chip tone={STATUS[status].tone}>{STATUS[status].label}</Chip>
      )}
    </div>
  );
}

function listItems(items: readonly { readonly content: readonly RichBlock[] }[], people: readonly Person[]) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: read-only text, see Blocks
    <li key={index}>
      <Blocks blocks={item.content} people={people} />
    </li>
  ));
}

function inline(content: readonly RichInline[] | undefined): ReactNode {
  return content?.map((node, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: read-only text, see Blocks
    node.type === 'hardBreak' ? <br key={index} /> : <Fragment key={index}>{marked(node)}</Fragment>,
  );
}

function marked(node: TextNode): ReactNode {
  let text: ReactNode = node.text;
  for (const mark of (node.marks ?? []).toReversed()) text = withMark(mark, text);
  return text;
}

function withMark(mark: RichMark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'strike':
      return <s>{inner}</s>;
    case 'code':
      return <code>{inner}</code>;
    case 'link': {
      const href = safeHref(mark.attrs.href);
      if (!href) return inner;
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      );
    }
    default:
      return inner;
  }
}
