import { expect, test } from 'vitest';
import { adviceFor } from '../../../../renderer/features/import/other-formats.ts';

test('a file of another program is answered with the way to bring it along', () => {
  expect(adviceFor('Minutes of May.DOCX')).toContain('Save it as a web page');
  expect(adviceFor('minutes.pdf')).toContain('PDF files cannot be read');
  expect(adviceFor('agenda.xlsx')).toContain('Copy the agenda');
});

test('the importer’s own words stand for all that it reads', () => {
  for (const name of ['page.md', 'page.html', 'meeting.quorum', 'notes', 'docx'])
    expect(adviceFor(name)).toBe('');
});
