// Marks what is painted outside all tagged content (page numbers, running heads, lines of the margin boxes) as artifacts,
// so that a screen reader does not read the foot of the page into the middle of a sentence.

import { decodePDFRawStream, PDFArray, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const BEGIN = '/Artifact BMC\n';
const END = '\nEMC\n';

export function markArtifacts(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const { context } = document;
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => context.lookup(ref)) : [contents];
    const parts = streams.filter((stream) => stream instanceof PDFRawStream);
    if (parts.length === 0 || parts.length !== streams.length) continue;
    const bytes = parts.map((part) => Buffer.from(decodePDFRawStream(part).decode()));
    const marked = markStream(
      Buffer.concat(bytes.flatMap((part) => [part, Buffer.from('\n')])).toString('latin1'),
    );
    const stream = context.flateStream(Buffer.from(marked, 'latin1'));
    page.node.set(PDFName.of('Contents'), context.register(stream));
  }
}

const PAINT_TEXT = new Set(['BT']);
const PAINT_SHAPE = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh']);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);

/**
 * Wraps each text object and each painted path that lies in no marked content. A text object that holds marked content
 * itself is left as it is.
 */
export function markStream(content: string): string {
  let result = '';
  let depth = 0;
  let copied = 0;
  let pathStart: number | null = null;
  let textStart: number | null = null;
  let textIsMarked = false;
  const wrap = (from: number, to: number): void => {
    result += content.slice(copied, from) + BEGIN + content.slice(from, to) + END;
    copied = to;
  };
  for (const { operator, start, end } of operators(content)) {
    if (operator === 'BMC' || operator === 'BDC') {
      depth += 1;
      textIsMarked = true;
    } else if (operator === 'EMC') {
      depth -= 1;
    } else if (depth > 0) {
      pathStart = null;
    } else if (PAINT_TEXT.has(operator)) {
      textStart = start;
      textIsMarked = false;
    } else if (operator === 'ET') {
      if (textStart !== null && !textIsMarked) wrap(textStart, end);
      textStart = null;
    } else if (PATH.has(operator)) {
      pathStart ??= start;
    } else if (PAINT_SHAPE.has(operator)) {
      wrap(pathStart ?? start, end);
      pathStart = null;
    } else if (operator === 'n') {
      pathStart = null;
    }
  }
  return result + content.slice(copied);
}

interface Operation {
  readonly operator: string;
  /** Where its operands begin. */
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]{}]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gu;

/** The operators of a content stream with their operands. Strings are passed over whole; Chromium nests none deeper. */
function* operators(content: string): Generator<Operation> {
  let start: number | null = null;
  for (const match of content.matchAll(TOKEN)) {
    const [token] = match;
    if (token.startsWith('%')) continue;
    start ??= match.index;
    if (/^[A-Za-z'"][A-Za-z0-9*'"]*$/u.test(token) && !/^(?:true|false|null)$/u.test(token)) {
      yield { operator: token, start, end: match.index + token.length };
      start = null;
    }
  }
}
