// Other people's carets in a real Chromium: two editors on two joined documents, and carets of people who are only said
// to be there. What is looked at is the page: where the marks stand against the letters.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

let bundled: BundledPage;
let page: Page;
let problems: string[];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/editor/carets/page');
});
afterAll(async () => {
  await bundled?.close();
});
beforeEach(async () => {
  page = await bundled.browser.newPage({ viewport: { width: 1200, height: 700 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.goto(bundled.url);
  await mara().waitFor();
  await ruya().waitFor();
});
afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
});

const mara = () => page.getByRole('textbox', { name: 'Minutes of mara' });
const ruya = () => page.getByRole('textbox', { name: 'Minutes of ruya' });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);
/** Two frames: one in which it is drawn, one in which that can be seen. */
const settled = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const fill = (...lines: readonly string[]) => page.evaluate((words) => window.pair.fill(words), lines);
/** Somebody's caret, or selection from `anchor`, before a letter of a line. */
const put = async (user: string, line: number, index: number, anchor = index) => {
  await page.evaluate(
    ([who, at, to, from]) => {
      const { put, position } = window.pair;
      put('mara', who, who, { head: position(at, to), anchor: position(at, from) });
    },
    [user, line, index, anchor] as const,
  );
  await settled();
};
/** A change by the other peer, to the text as Yjs has it. */
const remotely = async (change: (text: import('yjs').XmlFragment, Y: typeof import('yjs')) => void) => {
  await page.evaluate(`(() => {
    const { sides, Y } = window.pair;
    sides.ruya.doc.transact(() => (${change.toString()})(sides.ruya.text, Y));
  })()`);
  await settled();
};

/** The words left of somebody's caret in its line and those right of it, as they are on screen. */
const around = (user: string) =>
  page.evaluate((who) => {
    const mark = document.querySelector(`main [data-user="${who}"]`);
    const editor = document.querySelector('main [contenteditable]');
    if (!mark || !editor) return null;
    const box = mark.getBoundingClientRect();
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    let [left, right] = ['', ''];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < (node.nodeValue ?? '').length; index += 1) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const letter = range.getBoundingClientRect();
        if (Math.abs(letter.top - box.top) > 6) continue;
        if (letter.left + letter.width / 2 < box.left + 1) left += node.nodeValue?.[index];
        else right += node.nodeValue?.[index];
      }
    }
    return `${left}|${right}`;
  }, user);

describe('another person’s caret', () => {
  test('stands where they write, and goes along', async () => {
    await fill('one two', 'three');
    await ruya().getByText('one two').click();
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(() => around('ruya')).toBe('one| two');
    await type(' and a half');
    await expect.poll(() => around('ruya')).toBe('one and a half| two');
    await press('Enter');
    await expect.poll(() => around('ruya')).toBe('| two');
    await press('Backspace', 'End');
    await expect.poll(() => around('ruya')).toBe('one and a half two|');
  });

  test('typing on sends no carets, moving does', async () => {
    await fill('aZ', '');
    await mara().getByText('aZ').click();
    await press('Home', 'ArrowRight');
    const sent = () => page.evaluate(() => window.pair.sides.mara.sent.length);
    await expect.poll(sent).toBeGreaterThan(0);
    await page.waitForFunction(() => window.pair.sides.ruya.others.has('mara'));
    await settled();
    await page.waitForTimeout(120);
    const before = await sent();
    await type('typed in the middle of a word');
    await press('Backspace');
    await page.waitForTimeout(120);
    expect(await sent()).toBe(before);
    await press('End');
    await type(' at the end');
    await expect.poll(sent).toBe(before + 1);
    expect(await page.evaluate(() => window.pair.sides.mara.state.typed)).toBeGreaterThan(0);
  });

  test('is gone once they leave the text', async () => {
    await ruya().click();
    await expect.poll(() => around('ruya')).not.toBe(null);
    await mara().click();
    await page.locator('main [data-user="ruya"]').first().waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => window.pair.sides.ruya.others.has('mara'))).toBe(true);
    await page.evaluate(() => window.pair.show({ other: false }));
  });

  test.each([
    ['before it', 0, '++one t|wo'],
    ['at it', 5, 'one t++|wo'],
    ['after it', 7, 'one t|wo++'],
  ])('keeps its letters when somebody writes %s', async (_, index, expected) => {
    await fill('one two');
    await put('Tomo', 0, 5);
    expect(await around('Tomo')).toBe('one t|wo');
    await page.evaluate((at) => {
      const words = (window.pair.sides.ruya.text.get(0) as import('yjs').XmlElement).get(0);
      (words as import('yjs').XmlText).insert(at, '++');
    }, index);
    await settled();
    expect(await around('Tomo')).toBe(expected);
  });

  test('stays when what is around it is deleted, split and joined', async () => {
    await fill('one two three', 'four', 'five');
    await put('Tomo', 0, 7);
    await remotely((text) => {
      const words = (text.get(0) as import('yjs').XmlElement).get(0) as import('yjs').XmlText;
      words.delete(4, 5);
    });
    expect(await around('Tomo')).toBe('one |hree');
    // The line above goes; then it is split before the caret and joined again, by the other editor.
    await put('Tomo', 1, 2);
    await remotely((text) => text.delete(0, 1));
    expect(await around('Tomo')).toBe('fo|ur');
    await put('Tomo', 1, 2);
    await ruya().getByText('four').click();
    await press('Home', 'Enter');
    await settled();
    expect(await around('Tomo')).toBe('fi|ve');
    await press('Backspace');
    await settled();
    expect(await around('Tomo')).toBe('fi|ve');
    await put('Tomo', 0, 0);
    expect(await around('Tomo')).toBe('|four');
  });

  test('bytes that are no position, or of no place here, show nobody and break nothing', async () => {
    await fill('one two');
    const before = await page.evaluate(() => {
      const { put, Y, sides } = window.pair;
      const { encodeRelativePosition, createRelativePositionFromTypeIndex } = Y;
      const elsewhere = new Y.Doc();
      elsewhere.getText('t').insert(0, 'other');
      const hostile: Uint8Array[] = [
        new Uint8Array(),
        new Uint8Array([0]),
        new Uint8Array([1, 255, 255, 255, 255, 255]),
        new Uint8Array(100_000).fill(7),
        new Uint8Array([0, 1, 255, 255, 255, 255, 255, 255, 255, 127]),
        new Uint8Array([1, 4, 101, 118, 105, 108, 0]),
        encodeRelativePosition(createRelativePositionFromTypeIndex(elsewhere.getText('t'), 2)),
        encodeRelativePosition(
          createRelativePositionFromTypeIndex(sides.mara.doc.getMap('meta') as never, 0),
        ),
      ];
      let seed = 7;
      for (let count = 0; count < 300; count += 1) {
        hostile.push(
          Uint8Array.from({ length: count % 24 }, () => {
            seed = (seed * 1103515245 + 12345) & 0x7fffffff;
            return (seed >> 8) & 255;
          }),
        );
      }
      const roots = [...sides.mara.doc.share.keys()].sort().join();
      for (const [index, bytes] of hostile.entries())
        put('mara', `evil ${index}`, 'Evil', { head: bytes, anchor: bytes });
      return roots;
    });
    await put('Tomo', 0, 3);
    expect(await around('Tomo')).toBe('one| two');
    expect(await page.evaluate(() => [...window.pair.sides.mara.doc.share.keys()].sort().join())).toBe(
      before,
    );
    // By chance some bytes may be positions of this very text; most are not.
    expect(await page.locator('main [data-user^="evil"]').count()).toBeLessThan(20);
  });

  test('shows its name in the margin for a while, and while pointed at', async () => {
    await fill('one two');
    await put('Tomo', 0, 3);
    const name = page.locator('main').getByText('Tomo', { exact: true });
    await name.waitFor();
    const boxes = await page.evaluate(() => {
      const editor = document.querySelector('main [contenteditable]')?.getBoundingClientRect();
      const avatar = document.querySelectorAll('main [data-user]')[1]?.getBoundingClientRect();
      return { text: editor?.right ?? 0, avatar: avatar?.left ?? 0, end: avatar?.right ?? 0 };
    });
    expect(boxes.avatar).toBeGreaterThan(boxes.text);
    expect(boxes.end).toBeLessThan(900);
    await name.waitFor({ state: 'hidden' });
    const caret = await page.locator('main [data-user="Tomo"]').first().boundingBox();
    if (!caret) throw new Error('No caret');
    await page.mouse.move(caret.x + 1, caret.y + 2);
    await name.waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await type('X');
    expect(await mara().textContent()).toBe('oneX two');
  });

  test('what is selected has a tint, and nothing in the text is wrapped', async () => {
    await fill('one two');
    const html = await mara().innerHTML();
    await put('Tomo', 0, 7, 4);
    const tinted = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range))),
    );
    expect(tinted).toEqual(['two']);
    expect(await mara().innerHTML()).toBe(html);
  });
});

test('nine carets are drawn once a frame, in little of it', async () => {
  await fill(...Array.from({ length: 300 }, (_, index) => `line ${index} of the minutes`));
  await page.evaluate(() => window.pair.show({ other: false }));
  await mara().getByText('line 20 of').click();
  for (let index = 0; index < 9; index += 1) await put(`P${index}`, 12 + index, 5, index % 2 ? 9 : 5);
  await page.evaluate(() => {
    const [frames, work] = [new Set<number>(), [] as number[]];
    Object.assign(window, { frames, work });
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) =>
      request((at) => {
        const begin = performance.now();
        call(at);
        frames.add(at);
        work.push(performance.now() - begin);
      });
  });
  for (let key = 0; key < 60; key += 1) {
    await type('abcdefg'[key % 7] ?? 'a');
    await page.evaluate((at) => {
      const words = (window.pair.sides.ruya.text.get(25) as import('yjs').XmlElement).get(0);
      (words as import('yjs').XmlText).insert(at % 3, 'x');
    }, key);
  }
  await settled();
  const { frames, work } = await page.evaluate(() => {
    const kept = window as unknown as { frames: Set<number>; work: number[] };
    return { frames: kept.frames.size, work: kept.work.sort((a, b) => a - b) };
  });
  // In each frame the carets, the kept line, and what the editor itself asks for.
  expect(work.length).toBeLessThanOrEqual(frames * 4);
  expect(work[Math.floor(work.length / 2)]).toBeLessThan(4);
  expect(await page.locator('main [data-user]').count()).toBe(18);
});

describe('a caret that is wanted', () => {
  test('is brought into view once, without the focus leaving the text', async () => {
    await fill(...Array.from({ length: 80 }, (_, index) => `line ${index}`));
    await mara().getByText('line 0', { exact: true }).click();
    await put('Tomo', 70, 2);
    await page.evaluate(() => {
      window.pair.sides.mara.state.wanted = 'Tomo';
      window.pair.sides.mara.changed();
    });
    await expect
      .poll(() =>
        page
          .locator('main [data-user="Tomo"]')
          .first()
          .boundingBox()
          .then((box) => box?.y),
      )
      .toBeLessThan(690);
    expect(await mara().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the line one writes in', () => {
  const top = () =>
    page.evaluate(() => {
      const range = getSelection()?.getRangeAt(0);
      const line = range?.startContainer.parentElement;
      return Math.round(line?.getBoundingClientRect().top ?? 0);
    });
  const above = (count: number) =>
    page.evaluate((lines) => {
      const { Y, sides } = window.pair;
      for (let index = 0; index < lines; index += 1) {
        const line = new Y.XmlElement('paragraph');
        line.insert(0, [new Y.XmlText(`from Rüya ${index}`)]);
        sides.ruya.text.insert(1, [line]);
      }
    }, count);

  test('stays where it is while others write above it, in short texts and long ones', async () => {
    for (const length of [6, 120]) {
      await fill(...Array.from({ length }, (_, index) => `line ${index}`));
      await mara()
        .getByText(`line ${length - 3}`, { exact: true })
        .click();
      await settled();
      const before = await top();
      await above(7);
      await settled();
      expect(await top()).toBe(before);
      await type('x');
      await settled();
      expect(await top()).toBe(before);
      await remotely((text) => text.delete(1, 5));
      expect(await top()).toBe(before);
    }
  });

  test('stays while a strip comes and goes and the preparation grows', async () => {
    await fill(...Array.from({ length: 10 }, (_, index) => `line ${index}`));
    await mara().getByText('line 5', { exact: true }).click();
    await settled();
    const before = await top();
    for (const parts of [{ strip: true }, { above: 90 }, { strip: false }, { above: 0 }]) {
      await page.evaluate((next) => window.pair.show(next), parts);
      await settled();
      await expect.poll(top).toBe(before);
    }
  });

  test('is not held against one’s own hands', async () => {
    await fill(...Array.from({ length: 60 }, (_, index) => `line ${index}`));
    await mara().getByText('line 8', { exact: true }).click();
    await settled();
    const before = await top();
    await page.evaluate(() => {
      document.querySelector('main')?.scrollBy(0, 100);
      const { Y, sides } = window.pair;
      sides.ruya.text.insert(1, [new Y.XmlElement('paragraph')]);
    });
    await settled();
    expect(await top()).toBe(before - 100);
  });
});

describe('a composition', () => {
  const compose = async (text: string) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    return client;
  };

  test('is not disturbed by carets that come, move and select around it', async () => {
    await fill('日', 'more');
    await mara().getByText('日').click();
    await press('End');
    await compose('ほ');
    await put('Tomo', 0, 1);
    await put('Ben', 0, 0, 1);
    await put('Tomo', 1, 2);
    const client = await compose('ほん');
    await put('Ben', 0, 1);
    await client.send('Input.insertText', { text: '本' });
    await settled();
    expect(await mara().textContent()).toBe('日本more');
    expect(await around('Tomo')).toBe('mo|re');
  });

  test.each([
    ['above', 0],
    ['in the same line', 1],
  ])('survives what others write %s', async (_, line) => {
    await fill('first', 'second ');
    await mara().getByText('second').click();
    await press('End');
    await compose('ほ');
    await page.evaluate((at) => {
      const words = (window.pair.sides.ruya.text.get(at) as import('yjs').XmlElement).get(0);
      (words as import('yjs').XmlText).insert(0, 'X');
    }, line);
    await settled();
    const client = await compose('ほん');
    await client.send('Input.insertText', { text: '本' });
    await settled();
    const words = await mara().locator('p').allTextContents();
    expect(words).toEqual(line === 0 ? ['Xfirst', 'second 本'] : ['first', 'Xsecond 本']);
    expect(await ruya().locator('p').allTextContents()).toEqual(words);
  });
});

test('undo takes back one’s own words out of the middle of what others wrote meanwhile', async () => {
  await fill('start ');
  await mara().click();
  await press('End');
  await type('mine ');
  await ruya().click();
  await press('End');
  await type('theirs ');
  await mara().click();
  await press('End');
  await type('mine too');
  await press('Control+z');
  await press('Control+z');
  expect(await mara().textContent()).toBe('start theirs ');
  expect(await ruya().textContent()).toBe('start theirs ');
  await press('Control+Shift+z');
  await press('Control+Shift+z');
  expect(await ruya().textContent()).toBe('start mine theirs mine too');
  await ruya().click();
  await press('Control+z');
  expect(await mara().textContent()).toBe('start mine mine too');
});
