import { cleanNodes } from './clean-nodes.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isBlank } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';

/** Cleaned nodes of a text, [] for a blank one, and the tickets in it; what was taken out is reported. */
export function cleanText(
  nodes: readonly HtmlNode[],
  line: number,
  report: ReportDraft,
): { readonly nodes: readonly HtmlNode[]; readonly tickets: readonly string[] } {
  const cleaned = cleanNodes(nodes, line);
  for (const { line: at, text } of cleaned.removed) {
    report.find('furniture', at, text, 'A placeholder of the ticket system. The ticket itself is kept.');
  }
  const isEmpty =
    isBlank(cleaned.nodes) && !cleaned.nodes.some((node) => node.type === 'element' && node.tag === 'hr');
  return { nodes: isEmpty ? [] : cleaned.nodes, tickets: cleaned.tickets };
}
