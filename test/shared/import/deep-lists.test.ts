import { describe, expect, test } from 'vitest';
import type { NewId } from '../../../shared/domain/ids.ts';
import type { RichBlock } from '../../../shared/domain/rich-text.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { openFile } from '../../../shared/import/open-file.ts';
import { defaultPublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderMarkdown } from '../../../shared/publish/render-markdown.ts';
import { sampleRecord } from '../publish/sample-record.ts';

const NOW = 1_773_100_000_000 as Instant;

function open(text: string) {
  let count = 0;
  const newId: NewId = () => `id${++count}`;
  return openFile('page.md', new TextEncoder().encode(text), { newId, now: NOW, timeZone: null });
}

function bullets(count: number): RichBlock {
  const line = { type: 'paragraph', content: [{ type: 'text', text: `line${count}.` }] } as const;
  return {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line, ...(count > 1 ? [bullets(count - 1)] : [])] }],
  };
}

describe('bullets in bullets', () => {
  const page = (count: number) =>
    [
      '# Review\n\n10 March 2026\n\n## Agenda\n\n| Time | Topic |\n|---|---|\n| 09:00 | Alpha |',
      `## Minutes\n\n### Alpha\n`,
      ...Array.from({ length: count }, (_, level) => `${'  '.repeat(level)}- line${level}.`),
    ].join('\n');

  test('of a page are all there, or the page is refused with words', () => {
    for (const count of [49, 50, 120]) {
      const read = JSON.stringify(open(page(count)));
      for (let level = 0; level < count; level += 1) expect(read).toContain(`line${level}.`);
    }
    expect(open(page(200))).toMatchObject({ ok: false, error: { message: expect.stringMatching(/nested/) } });
  });

  test('come back from our own Markdown', () => {
    const record = sampleRecord();
    const [day, ...days] = record.days;
    const [block, ...blocks] = day?.blocks ?? [];
    const [item, ...items] = block?.items ?? [];
    if (!day || !block || !item) throw new Error('The sample has an item');
    const deep = { ...item, minutes: { type: 'doc', content: [bullets(250)] } as const };
    const written = renderMarkdown(
      { ...record, days: [{ ...day, blocks: [{ ...block, items: [deep, ...items] }, ...blocks] }, ...days] },
      defaultPublishOptions('minutes', NOW),
    );
    const read = JSON.stringify(open(written));
    for (let level = 1; level <= 250; level += 1) expect(read).toContain(`line${level}.`);
  });
});
