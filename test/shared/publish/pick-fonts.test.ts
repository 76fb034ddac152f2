import { describe, expect, test } from 'vitest';
import { type FontFamily, pickFontFaces } from '../../../shared/publish/pick-fonts.ts';

const face = (family: string, file: string, range: string, style = 'normal'): string =>
  `@font-face {\n font-family: '${family}';\n font-style: ${style};\n font-weight: 400;\n src: url(./files/${file}.woff2) format('woff2'), url(./files/${file}.woff) format('woff');\n unicode-range: ${range};\n}\n`;

const families: readonly FontFamily[] = [
  {
    css: [
      face('Inter', 'latin', 'U+0000-00FF,U+0131') + face('Inter', 'greek', 'U+0370-03FF'),
      face('Inter', 'latin-italic', 'U+0000-00FF', 'italic'),
    ],
    use: 'text',
  },
  {
    css: [face('Noto Sans', 'noto-latin', 'U+0000-00FF') + face('Noto Sans', 'noto-arrows', 'U+2190-21FF')],
    use: 'text',
  },
  { css: [face('Mono', 'mono', 'U+0000-00FF')], use: 'code' },
];
const files = (html: string): readonly string[] => pickFontFaces(families, html).map((f) => f.file);

describe('pickFontFaces', () => {
  test('takes only the cuts whose characters occur', () => {
    expect(files('<p>plain</p>')).toEqual(['./files/latin.woff2']);
    expect(files('<p>γ</p>')).toEqual(['./files/latin.woff2', './files/greek.woff2']);
  });

  test('asks a later family only for what is missing before it', () => {
    expect(files('<p>a → b</p>')).toEqual(['./files/latin.woff2', './files/noto-arrows.woff2']);
  });

  test('takes italics and code where there are any', () => {
    expect(files('<p><i>a</i></p>')).toContain('./files/latin-italic.woff2');
    expect(files('<p><code>a</code></p>')).toContain('./files/mono.woff2');
  });

  test('writes the rule around the address it is given', () => {
    const [first] = pickFontFaces(families, 'a');
    expect(first?.cssFor('data:x')).toBe(
      "@font-face{font-family:'Inter';font-style:normal;font-weight:400;src:url(data:x) format('woff2');unicode-range:U+0000-00FF,U+0131}\n",
    );
  });
});
