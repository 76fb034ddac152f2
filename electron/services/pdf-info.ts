import { unescapeHtml } from '../../shared/publish/html-text.ts';

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly language: string;
  readonly date: Date;
}

/** Reads the head of a document made by `renderHtml`. */
export function readPdfInfo(html: string): Omit<PdfInfo, 'date'> {
  const meta = (name: string): string => {
    const match = new RegExp(`<meta name="${name}" content="([^"]*)">`, 'u').exec(html);
    return unescapeHtml(match?.[1] ?? '');
  };
  return {
    title: unescapeHtml(/<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? ''),
    author: meta('author'),
    subject: meta('description'),
    keywords: meta('keywords'),
    language: /<html lang="([^"]*)"/u.exec(html)?.[1] ?? 'en',
  };
}
