import { expect, test } from 'vitest';
import { rangeWords, speakEstimate } from '../../../../../renderer/features/plan/proposals/estimate-words.ts';

test.each([
  ['1 hour?', '45–75 min', '1 hour?, 45 to 75 min'],
  ['30 mins+', '30–45 min', '30 mins+, 30 to 45 min'],
  ['2-3 hours', '2 h – 3 h', '2-3 hours, 2 h to 3 h'],
  ['45', null, '45'],
  ['as long as it takes', null, 'as long as it takes, not understood as a time'],
  ['', null, 'No time asked for'],
])('%s is shown with %s and read as %s', (written, range, spoken) => {
  expect(rangeWords(written)).toBe(range);
  expect(speakEstimate(written)).toBe(spoken);
});
