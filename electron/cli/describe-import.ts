import type { MeetingRecord } from '../../shared/domain/meeting.ts';
import { agendaItems, collectRegisters } from '../../shared/domain/registers.ts';
import { type FidelityReport, isLeftOut } from '../../shared/import/fidelity-report.ts';
import { terminalLine } from './terminal-line.ts';

const LONGEST_TITLE = 80;

/** One line on what the meeting holds, and one more on what was doubtful or found no place in it. */
export function describeImport(record: MeetingRecord, report: FidelityReport | null): string {
  const { actions, decisions } = collectRegisters(record);
  const items = agendaItems(record).filter((item) => item.kind === 'topic' || item.kind === 'round');
  const held = [
    count(record.days.length, 'day'),
    count(items.length, 'item'),
    count(actions.length, 'action item'),
    count(decisions.length, 'decision'),
    count(record.people.length, 'person', 'people'),
    count(record.attachments.length, 'attachment'),
    count(record.proposals.length, 'proposal'),
  ];
  const title = terminalLine(record.meta.title, LONGEST_TITLE) || 'Untitled meeting';
  const lines = [`${title}: ${held.join(', ')}.`];
  if (report !== null && report.findings.length > 0) {
    const left = report.findings.filter(isLeftOut).length;
    const doubts = report.findings.length - left;
    lines.push(
      `Please check: ${count(doubts, 'doubtful reading')}, ${count(left, 'text')} without a place in the meeting.`,
    );
  }
  if (record.meta.timeZone === null) lines.push('The time zone is not stated; give it with --zone.');
  return `${lines.join('\n')}\n`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
