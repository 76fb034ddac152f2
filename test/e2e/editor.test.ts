// The editor in a real Chromium under the app's own content policy, with the test as the other peer.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

let bundled: BundledPage;
let page: Page;
let problems: string[];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/editor/page');
});
afterAll(async () => {
  await bundled?.close();
});
beforeEach(async () => {
  page = await bundled.browser.newPage({ viewport: { width: 1280, height: 800 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.goto(bundled.url);
  await field().click();
});
afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
});

const field = () => page.getByRole('textbox', { name: 'Minutes' });
/** What the document holds, as XML. */
const stored = () => page.evaluate(() => window.peer.text.toString());
/** The state of the document as bytes, to compare with. */
const bytes = () =>
  page.evaluate(() => Array.from(window.peer.Y.encodeStateAsUpdate(window.peer.doc)).join());
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);

/** The browser tells of a moved caret a little after the key. */
const nextFrame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));

/** Another computer with the same meeting makes a change, which then arrives here. */
function remotely(change: (text: import('yjs').XmlFragment, Y: typeof import('yjs')) => void): Promise<void> {
  return page.evaluate(`(() => {
    const { doc, Y } = window.peer;
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(other);
    other.transact(() => (${change.toString()})(other.getXmlFragment('minutes'), Y));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, before), 'remote');
  })()`);
}

describe('writing', () => {
  test('nested lists by Tab and Shift Tab, to any depth', async () => {
    await type('- one');
    await press('Enter', 'Tab');
    await type('two');
    await press('Enter', 'Tab');
    await type('three');
    await press('Enter', 'Shift+Tab', 'Shift+Tab');
    await type('four');
    expect(await stored()).toBe(
      '<bulletlist><listitem><paragraph>one</paragraph><bulletlist><listitem><paragraph>two</paragraph><bulletlist><listitem><paragraph>three</paragraph></listitem></bulletlist></listitem></bulletlist></listitem><listitem><paragraph>four</paragraph></listitem></bulletlist>',
    );
  });

  test('Markdown habits', async () => {
    await type('# Head');
    await press('Enter');
    await type('a **bold** b *slanted* c ~~gone~~ d `code` e');
    await press('Enter');
    await type('1. first');
    await press('Enter', 'Enter');
    await type('> said');
    const xml = await stored();
    expect(xml).toContain('<heading level="1">Head</heading>');
    expect(xml).toContain(
      'a <bold>bold</bold> b <italic>slanted</italic> c <strike>gone</strike> d <code>code</code> e',
    );
    expect(xml).toContain(
      '<orderedlist start="1"><listitem><paragraph>first</paragraph></listitem></orderedlist>',
    );
    expect(xml).toContain('<blockquote><paragraph>said</paragraph></blockquote>');
    await expect(field().locator('h4').textContent()).resolves.toBe('Head');
  });

  test('decision and action by typing, Enter goes on as a bullet', async () => {
    await type('d: Keep it');
    await press('Enter');
    await type('[ ] Book it');
    await press('Enter');
    await type('next');
    expect(await stored()).toMatch(
      /^<decision id="id\d">Keep it<\/decision><actionitem assignees="" helpers="" id="id\d" status="open"><paragraph>Book it<\/paragraph><\/actionitem><bulletlist><listitem><paragraph>next<\/paragraph><\/listitem><\/bulletlist>$/,
    );
  });

  test('decision and action by keys', async () => {
    await press('Control+Shift+D');
    await type('Keep it');
    await press('Control+Shift+A');
    await type('Book it');
    expect(await stored()).toMatch(/^<decision[^>]*>Keep it<\/decision><actionitem.*Book it/);
  });

  test('undo takes back own words only, also after another item was looked at', async () => {
    await type('mine');
    await remotely((text, Y) => {
      const line = new Y.XmlElement('paragraph');
      line.insert(0, [new Y.XmlText('theirs')]);
      text.insert(1, [line]);
    });
    expect(await stored()).toBe('<paragraph>mine</paragraph><paragraph>theirs</paragraph>');
    await page.evaluate(() => window.peer.show('other'));
    await page.evaluate(() => window.peer.show('minutes'));
    await field().click();
    await press('Control+z');
    expect(await stored()).toBe('<paragraph></paragraph><paragraph>theirs</paragraph>');
    await press('Control+Shift+z');
    expect(await stored()).toBe('<paragraph>mine</paragraph><paragraph>theirs</paragraph>');
  });

  test('editors that were left are let go, undo or not', async () => {
    const client = await page.context().newCDPSession(page);
    const nodesAfter = async (visits: number) => {
      for (let visit = 0; visit < visits; visit += 1) {
        for (const which of ['other', 'minutes'] as const) {
          await page.evaluate((shown) => window.peer.show(shown), which);
          await nextFrame();
        }
      }
      await client.send('HeapProfiler.collectGarbage');
      return (await client.send('Memory.getDOMCounters')).nodes;
    };
    await type('mine');
    const few = await nodesAfter(5);
    expect(await nodesAfter(40)).toBeLessThan(few + 100);
  });

  test('the caret stays with its word when somebody writes above it', async () => {
    await type('after');
    await press('Home');
    await nextFrame();
    await remotely((text, Y) => {
      const line = new Y.XmlElement('paragraph');
      line.insert(0, [new Y.XmlText('above')]);
      text.insert(0, [line]);
    });
    await type('here ');
    expect(await stored()).toBe('<paragraph>above</paragraph><paragraph>here after</paragraph>');
  });

  test('a composition survives what arrives meanwhile', async () => {
    await type('日');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'ほん', selectionStart: 2, selectionEnd: 2 });
    await remotely((text, Y) => {
      const line = new Y.XmlElement('paragraph');
      line.insert(0, [new Y.XmlText('theirs')]);
      text.insert(1, [line]);
    });
    await client.send('Input.imeSetComposition', { text: '本', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.insertText', { text: '本' });
    expect(await stored()).toBe('<paragraph>日本</paragraph><paragraph>theirs</paragraph>');
  });
});

describe('action items', () => {
  beforeEach(async () => {
    await type('a: Book it');
  });

  test('the tick is reached by Shift Tab and toggled by Space', async () => {
    await press('Shift+Tab');
    const tick = page.getByRole('checkbox', { name: 'Done' });
    expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
    await press('Space');
    expect(await tick.getAttribute('aria-checked')).toBe('true');
    expect(await stored()).toContain('status="done"');
    await press('Space');
    expect(await stored()).toContain('status="open"');
  });

  test('have a name that says who, when and state', async () => {
    await press('Tab');
    await press('Enter');
    await page.getByRole('combobox', { name: 'Assigned to', expanded: true }).waitFor();
    await type('Jonas');
    await press('ArrowDown', 'Enter');
    await page.getByLabel('Due').fill('2026-03-16');
    await press('Escape');
    await page.getByRole('group', { name: 'Action item, Jonas Lindqvist, due Mon 16 Mar, open' }).waitFor();
    expect(await stored()).toContain('due="2026-03-16"');
  });
});

describe('links', () => {
  test('Ctrl click opens, a click does not', async () => {
    await type('see https://example.org/a now');
    const link = field().getByRole('link');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await link.click();
    await link.click({ modifiers: ['Control'] });
    expect(await page.evaluate(() => window.peer.opened)).toEqual(['https://example.org/a']);
    expect(page.url()).toBe(bundled.url);
  });

  test('Ctrl Shift K links the selection', async () => {
    await type('word');
    await press('Shift+Home', 'Control+Shift+K');
    await page.getByRole('textbox', { name: 'Address' }).fill('example.org/x');
    await press('Enter');
    expect(await stored()).toBe('<paragraph><link href="https://example.org/x">word</link></paragraph>');
  });

  test('nothing but safe addresses come in by paste', async () => {
    await paste('<a href="javascript:alert(1)">bad</a> <a href="https://example.org/">good</a>');
    expect(await stored()).toContain('bad <link href="https://example.org/">good</link>');
  });
});

async function paste(html: string): Promise<void> {
  await field().evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

describe('pasting', () => {
  test('keeps lists and marks, flattens the rest, fetches nothing', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await paste(
      '<style>p{color:red}</style><section><p style="color:red" onclick="x()">One <b>two</b><img src="https://example.org/p.png"></p><ul><li>three<ul><li>four</li></ul></li></ul></section><table><tr><td>a</td><td>b</td></tr></table>',
    );
    expect(await stored()).toBe(
      '<paragraph>One <bold>two</bold></paragraph><bulletlist><listitem><paragraph>three</paragraph><bulletlist><listitem><paragraph>four</paragraph></listitem></bulletlist></listitem></bulletlist><paragraph>a | b</paragraph>',
    );
    expect(requests).toEqual([]);
  });

  test('lines of a table cell stay words of their own', async () => {
    await paste(
      '<table><tr><td><p>one</p><p>two</p></td><td>three<br>four<ul><li>five</li><li>six</li></ul></td></tr></table>',
    );
    expect(await stored()).toBe('<paragraph>one two | three four five six</paragraph>');
  });

  test('lists of Word are lists', async () => {
    const line = (level: number, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">·</span>${text}</p>`;
    await paste(line(1, 'one') + line(2, 'two') + line(1, 'three'));
    expect(await stored()).toContain(
      '<bulletlist><listitem><paragraph>one</paragraph><bulletlist><listitem><paragraph>two</paragraph></listitem></bulletlist></listitem><listitem><paragraph>three</paragraph></listitem></bulletlist>',
    );
  });
});

describe('what the editor does not know', () => {
  const unknown = (text: import('yjs').XmlFragment, Y: typeof import('yjs')) => {
    const poll = new Y.XmlElement('poll');
    poll.setAttribute('question', 'when');
    const line = new Y.XmlElement('paragraph');
    line.insert(0, [new Y.XmlText('in the poll')]);
    poll.insert(0, [line]);
    text.insert(1, [poll]);
  };
  const unknownMark = (text: import('yjs').XmlFragment) => {
    const first = text.get(0) as import('yjs').XmlElement;
    (first.get(0) as import('yjs').XmlText).format(0, 2, { highlight: { colour: 'red' } });
  };

  test.each([
    ['an element', unknown, '<poll question="when"><paragraph>in the poll</paragraph></poll>'],
    ['a mark', unknownMark, '<highlight colour="red">wo</highlight>'],
  ])('%s that arrives while one writes is left as it is, byte for byte', async (_, change, kept) => {
    await type('words');
    await remotely(change);
    await page.getByRole('note').waitFor();
    const after = await bytes();
    expect(await stored()).toContain(kept);
    expect(await field().count()).toBe(0);
    await page.evaluate(() => window.peer.show('nothing'));
    await page.evaluate(() => window.peer.show('minutes'));
    await page.getByRole('note').waitFor();
    expect(await bytes()).toBe(after);
  });

  test('the text can be written again once it is gone', async () => {
    await remotely(unknown);
    await page.getByRole('note').waitFor();
    await remotely((text) => text.delete(1, 1));
    await field().click();
    await type('on');
    expect(await stored()).toBe('<paragraph>on</paragraph>');
  });

  test('mounting changes nothing', async () => {
    await page.evaluate(() => window.peer.show('nothing'));
    await remotely((text, Y) => {
      const line = (words: string) => {
        const made = new Y.XmlElement('paragraph');
        made.insert(0, [new Y.XmlText(words)]);
        return made;
      };
      const decision = new Y.XmlElement('decision');
      decision.setAttribute('id', 'd1');
      text.insert(0, [line('see https://example.org '), decision]);
      text.insert(text.length, [line('  spaces  ')]);
    });
    const before = await bytes();
    await page.evaluate(() => window.peer.show('minutes'));
    await field().click();
    expect(await bytes()).toBe(before);
  });

  test('two halves of a list that were deleted apart do not stop the writing', async () => {
    await type('- one');
    await press('Enter');
    await type('two');
    await remotely((text) => {
      const list = text.get(0) as import('yjs').XmlElement;
      list.delete(0, 2);
    });
    await field().click();
    await type('on');
    expect(await stored()).toContain('on</paragraph>');
  });

  test('a text that may only be read has no editor', async () => {
    await type('words');
    await page.evaluate(() => window.peer.show('read-only'));
    await page.getByText('words').waitFor();
    expect(await page.locator('[contenteditable]').count()).toBe(0);
  });
});

describe('the toolbar', () => {
  test('is one stop, arrows go on in it', async () => {
    const tools = page.getByRole('toolbar').getByRole('button');
    expect(await tools.evaluateAll((all) => all.filter((tool) => tool.tabIndex === 0).length)).toBe(1);
    await tools.first().focus();
    await press('ArrowRight', 'ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Strike');
  });

  test('marks the selection and says so', async () => {
    await type('word');
    await press('Shift+Home');
    const bold = page.getByRole('button', { name: 'Bold' });
    await bold.click();
    await type('more');
    expect(await stored()).toBe('<paragraph><bold>more</bold></paragraph>');
    expect(await bold.getAttribute('aria-pressed')).toBe('true');
  });
});
