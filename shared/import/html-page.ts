import { parseHtmlDocument, type TreeBudget } from './html-tree.ts';
import { type Page, partsOf } from './page.ts';

/** An HTML file or a copied piece of one. */
export function readHtmlPage(html: string, budget: TreeBudget): Page {
  const { title, body } = parseHtmlDocument(html, budget);
  return { title, parts: partsOf(body, 1) };
}
