// The time a proposal asks for, in words: the range behind a doubt, and what is read aloud.

import { formatDuration, likelyRange, parseEstimate } from '../../../../shared/domain/estimate.ts';
import { MINUTE } from '../../../../shared/domain/time.ts';

/** "45–75 min", "1 h 30 – 2 h 30"; `null` for a time that is sure or cannot be read. */
export function rangeWords(written: string): string | null {
  const estimate = parseEstimate(written);
  if (!estimate) return null;
  const { low, high } = likelyRange(estimate);
  if (low === high) return null;
  if (low > 90 * MINUTE) return `${formatDuration(low)} – ${formatDuration(high)}`;
  return `${Math.round(low / MINUTE)}–${Math.round(high / MINUTE)} min`;
}

export function speakEstimate(written: string): string {
  if (written === '') return 'No time asked for';
  const range = rangeWords(written);
  if (range !== null) return `${written}, ${range.replace(/ ?– ?/, ' to ')}`;
  return parseEstimate(written) === null ? `${written}, not understood as a time` : written;
}
