// The page itself, as it will be exported, in a frame where no script runs. It is loaded once; an edit then replaces its
// content in place, so the reader's position stays.

import interExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import interItalic from '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2?url';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { useEffect, useRef, useState } from 'react';
import { preparePage } from '../../platform/browser-print.ts';
import styles from './page-frame.module.css';

/** The desk around the page is the app's, in its theme; a narrow one gets smaller type rather than a cut page. */
const ON_SCREEN = `
html { background: transparent; }
@media screen and (max-width: 820px) { html { font-size: 13px; } body { padding: 0 16px; } }
`;

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215';
const LATIN_EXT = 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF';

export function PageFrame(props: { readonly html: string; readonly title: string }) {
  const { html } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(html);
  const shown = useRef(first);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!ready || !frame.current || shown.current === html) return;
    shown.current = html;
    replacePage(frame.current, html);
  }, [ready, html]);
  return (
    <iframe
      ref={frame}
      title={props.title}
      sandbox="allow-same-origin"
      srcDoc={preparePage(first, styleNonce(), '')}
      className={styles.frame}
      onLoad={(event) => {
        dress(event.currentTarget);
        setReady(true);
      }}
    />
  );
}

/** The frame inherits the app's content policy, which lets only styles through that carry its nonce. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** What the page needs on screen only: the desk around it, and the app's font, which the export brings itself. */
function dress(frame: HTMLIFrameElement): void {
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return;
  // Sheets and fonts belong to the window whose constructors made them.
  const sheet: CSSStyleSheet = Reflect.construct(Reflect.get(view, 'CSSStyleSheet'), []);
  sheet.replaceSync(ON_SCREEN);
  page.adoptedStyleSheets = [sheet];
  const add = async (file: string, descriptors: FontFaceDescriptors) => {
    // As bytes: the page's own policy forbids it to load anything.
    const bytes = await (await fetch(file)).arrayBuffer();
    const face: FontFace = Reflect.construct(Reflect.get(view, 'FontFace'), ['Inter', bytes, descriptors]);
    page.fonts.add(face);
  };
  Promise.all([
    add(inter, { weight: '100 900', unicodeRange: LATIN }),
    add(interExt, { weight: '100 900', unicodeRange: LATIN_EXT }),
    add(interItalic, { weight: '100 900', style: 'italic', unicodeRange: LATIN }),
  ]).catch((error: unknown) => console.warn('The preview is shown without the app’s font', error));
}

function replacePage(frame: HTMLIFrameElement, html: string): void {
  const page = frame.contentDocument;
  if (!page) return;
  const { css, rest } = splitStyle(html);
  const next = new DOMParser().parseFromString(rest, 'text/html');
  // The element that was loaded keeps its nonce; a new one would have none.
  const style = page.querySelector('style');
  if (style && style.textContent !== css) style.textContent = css;
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
