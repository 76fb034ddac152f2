// Markdown, with tables as HTML, with pipes, or as rows of tab-separated HTML cells the way wikis copy them. Rows are taken
// line by line before Markdown sees them: it would join rows into one paragraph and strip their leading tabs.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { parseHtmlFragment, type TreeBudget } from './html-tree.ts';
import { type Page, type PagePart, type PageRow, pageCell, partsOf } from './page.ts';
import { isDelimiterRow, isPipeRow, splitPipeRow } from './pipe-rows.ts';

/** Marks in a paragraph take time that grows with its square: longer ones, and all once the sum is spent, are read as HTML only. */
const LONGEST_PARAGRAPH = 20_000;
const MOST_WORK = 1e10;

export function readMarkdownPage(text: string, budget: TreeBudget): Page {
  const lines = text.split(/\r\n|\r|\n/);
  const { title, parts, start } = readFrontMatter(lines);
  const markdown = createMarkdown();
  let prose: string[] = [];
  const flush = (end: number): void => {
    const first = end - prose.length + 1;
    const html = markdown.render(prose.join('\n'), { offset: first - 1 });
    parts.push(...partsOf(parseHtmlFragment(html, first, budget), first));
    prose = [];
  };
  let rows: PageRow[] = [];
  const endTable = (): void => {
    if (rows[0]) parts.push({ kind: 'table', line: rows[0].line, rows });
    rows = [];
  };
  let fence: string | null = null;
  let inPipes = false;
  lines.forEach((line, index) => {
    if (index < start) return;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && rows.length === 0 && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    const opensPipes = fence === null && !inPipes && isPipeRow(line) && isDelimiterRow(lines[index + 1]);
    if (inPipes && isPipeRow(line)) {
      if (!isDelimiterRow(line)) rows.push(pipeRow(line, index + 1, false));
    } else if (opensPipes) {
      flush(index);
      endTable();
      inPipes = true;
      rows.push(pipeRow(line, index + 1, true));
    } else if (fence === null && isRow(line, rows.length > 0 && !inPipes)) {
      if (inPipes) endTable();
      inPipes = false;
      flush(index);
      rows.push(tabRow(line, index + 1));
    } else {
      endTable();
      inPipes = false;
      prose.push(line);
    }
  });
  endTable();
  flush(lines.length);
  return { title, parts };

  function pipeRow(line: string, number: number, head: boolean): PageRow {
    const cells = splitPipeRow(line).map((cell) => {
      const html = cell.length > LONGEST_PARAGRAPH ? cell : markdown.renderInline(cell);
      return pageCell(parseHtmlFragment(html, number, budget), number, head);
    });
    return { line: number, cells };
  }

  /** Cells hold HTML; one that has Markdown's links instead is read as that. */
  function tabRow(line: string, number: number): PageRow {
    const cells = line.split('\t').map((cell) => {
      const isMarkdown = cell.includes('](') && !cell.includes('<') && cell.length <= LONGEST_PARAGRAPH;
      return pageCell(
        parseHtmlFragment(isMarkdown ? markdown.renderInline(cell) : cell, number, budget),
        number,
      );
    });
    return { line: number, cells };
  }
}

/** A tab behind a word, or any tab in the middle of a table, makes a row; a tab behind a list mark is indentation. */
function isRow(line: string, insideTable: boolean): boolean {
  const first = line.search(/\S/);
  if (first < 0 || !line.includes('\t')) return false;
  if (insideTable) return true;
  return line.lastIndexOf('\t') > first && !/^\s*(?:[-*+]|\d+[.)]|\||#{1,6}|>)[ \t]/.test(line);
}

/** Front matter becomes lines of text like any other; its title is the page's. */
function readFrontMatter(lines: readonly string[]): { title: string; parts: PagePart[]; start: number } {
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') : -1;
  const fields = lines.slice(1, Math.max(end, 1));
  if (end < 2 || !fields.every((line) => /^[\w -]+:|^\s*$/.test(line)))
    return { title: '', parts: [], start: 0 };
  const parts: PagePart[] = [];
  let title = '';
  fields.forEach((text, index) => {
    const own = /^title\s*:\s*(["']?)(.*)\1\s*$/i.exec(text)?.[2];
    if (own !== undefined) title = own;
    else if (text.trim() !== '')
      parts.push({ kind: 'text', line: index + 2, nodes: [{ type: 'text', text }] });
  });
  return { title, parts, start: end + 1 };
}

/** Each block element carries its line of the page; links of every kind pass, safe-href.ts decides about them later. */
function createMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false });
  // What is nested deeper markdown-it leaves out without a word. This is more than a page may have (html-tree.ts).
  markdown.set({ maxNesting: 300 });
  // Tables are taken row by row before (pipe-rows.ts).
  markdown.disable('table');
  markdown.validateLink = () => true;
  markdown.core.ruler.push('source-lines', (state) => {
    const offset = Number(state.env.offset ?? 0);
    for (const token of state.tokens) {
      if (token.map && token.nesting >= 0) token.attrSet('data-line', String(token.map[0] + 1 + offset));
    }
  });
  let work = 0;
  markdown.core.ruler.before('inline', 'long-paragraphs', (state) => {
    for (const token of state.tokens) {
      work += token.content.length ** 2;
      if (token.type !== 'inline' || (token.content.length <= LONGEST_PARAGRAPH && work <= MOST_WORK))
        continue;
      const html = new state.Token('html_inline', '', 0);
      html.content = token.content;
      token.children = [html];
      token.content = '';
    }
  });
  // A line end inside a paragraph is a space in running text and an end where lines are read one by one.
  markdown.renderer.rules.softbreak = () => '<br data-soft="1">';
  return markdown;
}
