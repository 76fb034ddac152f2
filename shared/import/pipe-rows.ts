// Tables with pipes, row by row: a Markdown parser drops the cells a row has beyond its heading.

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The line under a heading row: "|---|:--:|". */
export function isDelimiterRow(line: string | undefined): boolean {
  return line !== undefined && line.length < 2000 && line.includes('|') && DELIMITER.test(line);
}

export function isPipeRow(line: string | undefined): boolean {
  return line?.includes('|') ?? false;
}

/** Cells between pipes that are not escaped, without the empty ends. */
export function splitPipeRow(line: string): string[] {
  const cells = [''];
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charAt(i);
    if (character === '|') cells.push('');
    else {
      cells[cells.length - 1] += character;
      if (character === '\\' && i + 1 < line.length) {
        i += 1;
        cells[cells.length - 1] += line.charAt(i);
      }
    }
  }
  if (cells.length > 1 && cells[0]?.trim() === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}
