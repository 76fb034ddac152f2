import { Editor, type JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { Lines } from '../../../renderer/editor/lines.ts';
import { schemaExtensions } from '../../../renderer/editor/schema.ts';

const p = (text = ''): JSONContent => ({ type: 'paragraph', ...inline(text) });
const li = (...content: JSONContent[]): JSONContent => ({ type: 'listItem', content });
const ul = (...content: JSONContent[]): JSONContent => ({ type: 'bulletList', content });
const decision = (text: string): JSONContent => ({ type: 'decision', attrs: { id: 'd' }, ...inline(text) });
const note = (text: string): JSONContent => ({ type: 'progressNote', ...inline(text) });
const action = (text: string, ...notes: JSONContent[]): JSONContent => ({
  type: 'actionItem',
  attrs: { id: 'a' },
  content: [p(text), ...notes],
});

function inline(text: string): JSONContent {
  return text ? { content: [{ type: 'text', text }] } : {};
}

/** An editor with `content`; the caret, or the two ends of the selection, are where `|` stands. */
function open(...content: JSONContent[]): Editor {
  let ids = 0;
  const editor = new Editor({
    element: null,
    injectCSS: false,
    extensions: [
      ...schemaExtensions({ actions: null, openLink: () => {} }),
      Lines.configure({ newId: () => `new${++ids}` }),
    ],
    content: { type: 'doc', content },
  });
  const { tr } = editor.state;
  const ends: number[] = [];
  editor.state.doc.descendants((node, pos) => {
    for (const found of (node.text ?? '').matchAll(/\|/g)) ends.push(pos + found.index - ends.length);
  });
  for (const end of ends) tr.delete(end, end + 1);
  editor.view.dispatch(tr);
  editor.commands.setTextSelection({ from: ends[0] ?? 1, to: ends[1] ?? ends[0] ?? 1 });
  return editor;
}

/** The document in short, the caret as `|`: `ul(li(p"one"))`. */
function shown(editor: Editor): string {
  editor.state.doc.check();
  const { from } = editor.state.selection;
  const words: string[] = [];
  const walk = (node: Node, pos: number): string => {
    if (node.isTextblock) {
      const at = from - pos - 1;
      const text = node.textContent;
      const caret = at >= 0 && at <= text.length && editor.state.doc.resolve(from).parent === node;
      return `${node.type.name}"${caret ? `${text.slice(0, at)}|${text.slice(at)}` : text}"`;
    }
    const children: string[] = [];
    node.forEach((child, offset) => {
      children.push(walk(child, pos + 1 + offset));
    });
    return `${node.type.name}(${children.join(' ')})`;
  };
  editor.state.doc.forEach((child, offset) => {
    words.push(walk(child, offset));
  });
  return words
    .join(' ')
    .replaceAll('paragraph', 'p')
    .replaceAll('bulletList', 'ul')
    .replaceAll('listItem', 'li');
}

describe('turning lines into each other', () => {
  test('a line becomes a decision, and back, without losing a word', () => {
    const editor = open(p('Keep the| engine'));
    editor.commands.convertLine('decision');
    expect(shown(editor)).toBe('decision"Keep the| engine"');
    expect(editor.state.doc.firstChild?.attrs.id).toBe('new1');
    editor.commands.convertLine('decision');
    expect(shown(editor)).toBe('p"Keep the| engine"');
  });

  test('a decision becomes an action item, an action item a decision', () => {
    const editor = open(decision('Book| it'));
    editor.commands.convertLine('actionItem');
    expect(shown(editor)).toBe('actionItem(p"Book| it")');
    editor.commands.convertLine('decision');
    expect(shown(editor)).toBe('decision"Book| it"');
  });

  test('progress notes stay as text', () => {
    const editor = open(action('Book| it', note('asked'), note('confirmed')));
    editor.commands.convertLine('decision');
    expect(shown(editor)).toBe('decision"Book| it" p"asked" p"confirmed"');
  });

  test('a bullet leaves its list, which stays a list before and after it', () => {
    const editor = open(ul(li(p('one')), li(p('t|wo')), li(p('three'))));
    editor.commands.convertLine('decision');
    expect(shown(editor)).toBe('ul(li(p"one")) decision"t|wo" ul(li(p"three"))');
  });

  test('a nested bullet keeps what hangs below it', () => {
    const editor = open(ul(li(p('one'), ul(li(p('t|wo'), ul(li(p('below')))), li(p('next'))))));
    editor.commands.convertLine('actionItem');
    expect(shown(editor)).toBe('ul(li(p"one")) actionItem(p"t|wo") ul(li(p"below") li(p"next"))');
  });

  test('a selection stays selected', () => {
    const editor = open(p('Mara |asks Jonas| today'));
    editor.commands.makeLine('actionItem');
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to)).toBe('asks Jonas');
  });
});

describe('making a new line', () => {
  test('after a finished line, not of it', () => {
    const editor = open(p('Said so|'));
    editor.commands.makeLine('actionItem');
    expect(shown(editor)).toBe('p"Said so" actionItem(p"|")');
  });

  test('after a finished bullet and what hangs below it', () => {
    const editor = open(ul(li(p('one|'), ul(li(p('below')))), li(p('two'))));
    editor.commands.makeLine('decision');
    expect(shown(editor)).toBe('ul(li(p"one" ul(li(p"below")))) decision"|" ul(li(p"two"))');
  });

  test('of the empty bullet the caret is in', () => {
    const editor = open(ul(li(p('one')), li(p('|'))));
    editor.commands.makeLine('decision');
    expect(shown(editor)).toBe('ul(li(p"one")) decision"|"');
  });

  test('after a decision, an action item', () => {
    const editor = open(decision('Keep it|'));
    editor.commands.makeLine('actionItem');
    expect(shown(editor)).toBe('decision"Keep it" actionItem(p"|")');
  });
});

describe('leaving a line', () => {
  test('Enter at its end goes on as a bullet', () => {
    const editor = open(decision('Keep it|'), p('after'));
    editor.commands.leaveLine();
    expect(shown(editor)).toBe('decision"Keep it" ul(li(p"|")) p"after"');
  });

  test('Enter within takes the rest along', () => {
    const editor = open(action('Book it|and pay', note('asked')));
    editor.commands.leaveLine();
    expect(shown(editor)).toBe('actionItem(p"Book it" progressNote"asked") ul(li(p"|and pay"))');
  });

  test('Enter joins the list below', () => {
    const editor = open(decision('Keep it|'), ul(li(p('one'))));
    editor.commands.leaveLine();
    expect(shown(editor)).toBe('decision"Keep it" ul(li(p"|") li(p"one"))');
  });

  test('Enter in an empty one makes it a plain line', () => {
    const editor = open(action('|'));
    editor.commands.leaveLine();
    expect(shown(editor)).toBe('p"|"');
  });

  test('Backspace at its start makes it a plain line', () => {
    const editor = open(p('before'), action('|Book it'));
    editor.commands.unmakeLine();
    expect(shown(editor)).toBe('p"before" p"|Book it"');
  });
});
