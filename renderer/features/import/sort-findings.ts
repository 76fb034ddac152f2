// Puts what the import doubted into the groups a person works through. Pure.

import { type Finding, type FindingKind, isLeftOut } from '../../../shared/import/fidelity-report.ts';

export interface FindingGroup {
  readonly title: string;
  readonly findings: readonly Finding[];
}

export interface SortedFindings {
  readonly groups: readonly FindingGroup[];
  /** Text that is in no place of the meeting; the original page keeps it. */
  readonly leftOut: readonly Finding[];
}

const GROUPS: readonly { readonly title: string; readonly kinds: readonly FindingKind[] }[] = [
  { title: 'Time zone', kinds: ['time-zone'] },
  { title: 'Dates and times', kinds: ['date', 'time', 'untimed', 'duration'] },
  { title: 'People', kinds: ['person', 'look-alike', 'user-name'] },
  { title: 'Actions and notes', kinds: ['action', 'preparation', 'proposal'] },
  { title: 'Form of the page', kinds: ['columns', 'link', 'image', 'table', 'encoding'] },
];

export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const kept = findings.filter((finding) => !isLeftOut(finding));
  return {
    groups: GROUPS.map(({ title, kinds }) => ({
      title,
      findings: kept.filter((finding) => kinds.includes(finding.kind)),
    })).filter((group) => group.findings.length > 0),
    leftOut: findings.filter(isLeftOut),
  };
}

/** Findings with one message together, in the order of their first. */
export function sameMessage(
  findings: readonly Finding[],
): readonly { readonly message: string; readonly findings: readonly Finding[] }[] {
  const clusters = new Map<string, Finding[]>();
  for (const finding of findings) {
    const cluster = clusters.get(finding.message);
    if (cluster) cluster.push(finding);
    else clusters.set(finding.message, [finding]);
  }
  return [...clusters].map(([message, list]) => ({ message, findings: list }));
}
