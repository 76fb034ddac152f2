// What is pasted becomes text of our schema: unknown elements are flattened, styles and pictures are left out, rows of a
// table become lines. Actions and decisions that are pasted are new ones; those that are dragged stay the same.

import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { NewId } from '../../shared/domain/ids.ts';

const WITH_ID: readonly string[] = ['actionItem', 'decision'];

export const PasteAsText = Extension.create<{ readonly newId: NewId }>({
  name: 'pasteAsText',
  addOptions: () => ({
    newId: () => {
      throw new Error('PasteAsText needs newId');
    },
  }),
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: plainHtml,
          transformPasted: (slice, view) =>
            view.dragging?.move
              ? slice
              : new Slice(fresh(slice.content, newId), slice.openStart, slice.openEnd),
        },
      }),
    ];
  },
});

/** The same nodes, each action and decision with an id of its own. */
export function fresh(content: Fragment, newId: NewId): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const copy = node.copy(fresh(node.content, newId));
    const isOwn = WITH_ID.includes(node.type.name);
    nodes.push(
      isOwn
        ? node.type.create({ ...node.attrs, id: newId() }, copy.content, node.marks)
        : node.isText
          ? node
          : copy,
    );
  });
  return Fragment.from(nodes);
}

/** Tables as lines ("cell | cell"), Word's list paragraphs as lists; scripts, styles and pictures are gone. */
export function plainHtml(html: string): string {
  const page = new DOMParser().parseFromString(disarmed(html), 'text/html');
  const gone = 'script, style, template, img, svg, object, iframe, link, meta, base, o\\:p';
  for (const element of page.querySelectorAll(gone)) element.remove();
  for (const row of page.querySelectorAll('tr')) {
    const cells = [...row.cells].map(oneLine);
    const line = page.createElement('p');
    line.textContent = cells.filter(Boolean).join(' | ');
    row.closest('table')?.before(line);
  }
  for (const table of page.querySelectorAll('table')) table.remove();
  for (const line of page.querySelectorAll('p[class^="MsoListParagraph"]')) wordList(page, line);
  for (const styled of page.querySelectorAll('[data-style]')) marksOfStyle(page, styled);
  return page.body.innerHTML;
}

/** What a cell says. Its paragraphs and items are words of their own also where no space stands between their tags. */
function oneLine(cell: Element): string {
  for (const part of cell.querySelectorAll('p, div, li, br')) part.before(' ');
  return cell.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Without what the content policy would refuse, and report, already while it is parsed: styles and handlers. */
function disarmed(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/(\s)style\s*=/gi, '$1data-style=').replace(/(\s)on\w+\s*=/gi, '$1data-off='),
    );
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*:[^;]*line-through/i, 's'],
];

/** Pages that write bold as a style (Google's, for one), and wrap all of it in a `b` that is not. */
function marksOfStyle(page: Document, element: Element): void {
  const style = element.getAttribute('data-style') ?? '';
  if (element.tagName === 'B' && /font-weight:\s*(?:normal|400)/i.test(style)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.tagName !== 'SPAN') return;
  for (const [pattern, tag] of MARKS) {
    if (!pattern.test(style)) continue;
    const mark = page.createElement(tag);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

/** Word writes lists as paragraphs with `mso-list:l0 level2` and a typed bullet. */
function wordList(page: Document, line: Element): void {
  const level = Number(/mso-list:[^;]*level(\d)/.exec(line.getAttribute('data-style') ?? '')?.[1] ?? 1);
  for (const mark of line.querySelectorAll('[data-style*="mso-list:Ignore"]')) mark.remove();
  const before = line.previousElementSibling;
  let list = before?.hasAttribute('data-word-list') ? before : null;
  if (!list) {
    list = page.createElement('ul');
    list.setAttribute('data-word-list', '');
    line.before(list);
  }
  for (let depth = 1; depth < level && list.lastElementChild; depth++) {
    const held: Element = list.lastElementChild;
    const nested: Element =
      [...held.children].find((child) => child.tagName === 'UL') ?? page.createElement('ul');
    held.append(nested);
    list = nested;
  }
  const item = page.createElement('li');
  item.append(...line.childNodes);
  list.append(item);
  line.remove();
}
