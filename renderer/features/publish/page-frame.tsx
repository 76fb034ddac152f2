// The page itself, as it will be exported, in a frame where no script runs. An edit replaces the content in place, so
// the reader's position stays. The page's style goes in as a constructed sheet: the app's content policy, which the
// frame inherits, allows no inline style.

import interExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import interItalic from '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2?url';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { useEffect, useRef, useState } from 'react';
import styles from './page-frame.module.css';

/** The desk around the page is the app's, in its theme; a narrow one gets smaller type rather than a cut page. */
const ON_SCREEN = `
html { background: transparent; }
@media screen and (max-width: 820px) { html { font-size: 13px; } body { padding: 0 16px; } }
`;
const BLANK = '<!doctype html><html lang="en"><head><title>Preview</title></head><body></body></html>';

export function PageFrame(props: { readonly html: string; readonly title: string }) {
  const { html } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (ready && frame.current) showPage(frame.current, html);
  }, [ready, html]);
  return (
    <iframe
      ref={frame}
      title={props.title}
      sandbox="allow-same-origin"
      srcDoc={BLANK}
      className={styles.frame}
      onLoad={(event) => {
        if (addFonts(event.currentTarget)) setReady(true);
      }}
    />
  );
}

function showPage(frame: HTMLIFrameElement, html: string): void {
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) return;
  const { css, rest } = splitStyle(html);
  const next = new DOMParser().parseFromString(rest, 'text/html');
  // A sheet belongs to the window whose constructor made it.
  const sheet: CSSStyleSheet = Reflect.construct(Reflect.get(view, 'CSSStyleSheet'), []);
  sheet.replaceSync(`${css}\n${ON_SCREEN}`);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = next.documentElement.lang;
  page.documentElement.className = next.documentElement.className;
  page.body.replaceChildren(...[...next.body.childNodes].map((node) => page.importNode(node, true)));
}

/** The page as rendered has its style in the head; a style element would be refused, and reported, when parsed. */
function splitStyle(html: string): { css: string; rest: string } {
  const sheets: string[] = [];
  const rest = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => {
    sheets.push(css);
    return '';
  });
  return { css: sheets.join('\n'), rest };
}

/** The frame knows none of the app's fonts. */
function addFonts(frame: HTMLIFrameElement): boolean {
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) return false;
  const add = (file: string, descriptors: FontFaceDescriptors) => {
    const source = `url(${new URL(file, location.href).href})`;
    const face: FontFace = Reflect.construct(Reflect.get(view, 'FontFace'), ['Inter', source, descriptors]);
    page.fonts.add(face);
  };
  const latin =
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215';
  add(inter, { weight: '100 900', unicodeRange: latin });
  add(interItalic, { weight: '100 900', style: 'italic', unicodeRange: latin });
  add(interExt, {
    weight: '100 900',
    unicodeRange: 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF',
  });
  return true;
}
