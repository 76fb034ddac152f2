/** What to do with a file of a kind that Quorum cannot read, by the end of its name; '' for every other one. */
export function adviceFor(name: string): string {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return ADVICE.find(({ ends }) => ends.includes(end))?.words ?? '';
}

const ADVICE: readonly { readonly ends: readonly string[]; readonly words: string }[] = [
  {
    ends: ['doc', 'docx', 'odt', 'rtf', 'pages'],
    words:
      'Text documents cannot be read. Save it as a web page (.html) and open that, or copy its text and paste it here.',
  },
  {
    ends: ['pdf'],
    words: 'PDF files cannot be read. Open the page it was made from, or copy its text and paste it here.',
  },
  {
    ends: ['xls', 'xlsx', 'ods', 'numbers', 'csv'],
    words: 'Spreadsheets cannot be read. Copy the agenda with its times and paste it here.',
  },
];
