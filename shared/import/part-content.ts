import { paragraphNode } from './agenda-draft.ts';
import type { HtmlNode } from './html-tree.ts';
import type { PageTable, PageText } from './page.ts';

/** The nodes of a part again, for one that turns out to be text of an item. */
export function contentOf(part: PageTable | PageText): readonly HtmlNode[] {
  if (part.kind === 'text') return part.nodes;
  const element = (tag: string, children: readonly HtmlNode[], line: number): HtmlNode => ({
    type: 'element',
    tag,
    attrs: {},
    children,
    line,
  });
  const rows = part.rows.map((row) =>
    element(
      'tr',
      row.cells.map((cell) => element('td', cell.nodes, cell.line)),
      row.line,
    ),
  );
  return rows.length > 0 ? [element('table', rows, part.line)] : [paragraphNode([], part.line)];
}
