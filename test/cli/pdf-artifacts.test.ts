import { describe, expect, test } from 'vitest';
import { markStream } from '../../electron/services/pdf-artifacts.ts';

const marked = (inside: string): string => `/Artifact BMC\n${inside}\nEMC\n`;

describe('markStream', () => {
  test('wraps text that is in no marked content', () => {
    const foot = 'BT\n/F1 8 Tf\n<0012> Tj\nET';
    expect(markStream(`q\n${foot}\nQ\n`)).toBe(`q\n${marked(foot)}\nQ\n`);
  });

  test('leaves tagged text, and what is painted within it, as it is', () => {
    const content = '/P <</MCID 0>> BDC\nBT\n(a) Tj\nET\n0 0 5 5 re\nf\nEMC\n';
    expect(markStream(content)).toBe(content);
  });

  test('leaves a text object that holds marked content', () => {
    const content = 'BT\n/Span <</MCID 1>> BDC\n(a) Tj\nEMC\nET\n';
    expect(markStream(content)).toBe(content);
  });

  test('wraps a painted path from its first point, but not one that only clips', () => {
    expect(markStream('0 0 9 9 re\nW\nn\n1 0 0 rg\n1 1 m\n2 2 l\nS\n')).toBe(
      `0 0 9 9 re\nW\nn\n1 0 0 rg\n${marked('1 1 m\n2 2 l\nS')}\n`,
    );
  });

  test('wraps images, and reads over operators inside strings', () => {
    expect(markStream('/X1 Do\n')).toBe(`${marked('/X1 Do')}\n`);
    const text = 'BT\n(EMC BDC \\) (f)) Tj\nET';
    expect(markStream(text)).toBe(marked(text));
  });
});
