import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { RichTextView } from '../../../renderer/ui/rich-text-view.tsx';
import type { RichBlock } from '../../../shared/domain/rich-text.ts';
import {
  action,
  bullets,
  decision,
  doc,
  ids,
  link,
  para,
  person,
  point,
  text,
} from '../../shared/publish/sample-record.ts';

const people = [person('jonas', 'Jonas Lindqvist'), person('ben', 'Ben Osei')];
const render = (...blocks: RichBlock[]) =>
  renderToStaticMarkup(<RichTextView doc={doc(...blocks)} people={people} />);
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a text shown without the editor', () => {
  test('keeps nesting and marks', () => {
    const html = render(bullets(point('one', bullets(point('inner')))), para(text('loud', { type: 'bold' })));
    expect(html).toContain('<ul><li><p>one</p><ul><li><p>inner</p></li></ul></li></ul>');
    expect(html).toContain('<strong>loud</strong>');
  });

  test('names who does an action, who helps, and what was decided', () => {
    const node = action('a1', 'book the room', { assignees: ids('jonas'), helpers: ids('ben') });
    expect(words(render(node))).toContain('Jonas Lindqvist , with Ben Osei: book the room');
    expect(words(render(decision('d1', 'Keep the trial engine.')))).toBe('Decision Keep the trial engine.');
  });

  test('lets no address through that runs something', () => {
    const html = render(
      para(text('good', link('https://example.org/')), text('bad', link('javascript:alert(1)'))),
    );
    expect(html).toContain('href="https://example.org/"');
    expect(html).not.toContain('javascript');
    expect(words(html)).toContain('bad');
  });

  test('shows markup in a text as text', () => {
    expect(render(para('<img src=x onerror=alert(1)>'))).not.toContain('<img');
  });
});
