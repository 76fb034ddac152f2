import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHandedFiles, filesInArguments } from '../../../electron/services/handed-files.ts';
import { fail, ok } from '../../../shared/base/result.ts';

const read = async (path: string) =>
  path.includes('gone')
    ? fail({ code: 'file-missing' as const, message: path })
    : ok({ name: path, bytes: new Uint8Array() });

describe('a file that the system hands over', () => {
  test('waits until the page takes it, in order', async () => {
    let arrivals = 0;
    const handed = createHandedFiles(read, () => {
      arrivals += 1;
    });
    handed.add(['a.md', 'b.md']);
    handed.add([]);
    expect(arrivals).toBe(1);
    expect(await handed.take()).toMatchObject({ ok: true, value: { name: 'a.md' } });
    expect(await handed.take()).toMatchObject({ ok: true, value: { name: 'b.md' } });
    expect(await handed.take()).toEqual({ ok: true, value: null });
  });

  test('that cannot be read is told once and does not hold up the next', async () => {
    const handed = createHandedFiles(read, () => {});
    handed.add(['gone.md', 'b.md']);
    expect(await handed.take()).toMatchObject({ ok: false, error: { code: 'file-missing' } });
    expect(await handed.take()).toMatchObject({ ok: true, value: { name: 'b.md' } });
  });

  test('is one of a few: a thousand at once are a mistake', async () => {
    const handed = createHandedFiles(read, () => {});
    handed.add(Array.from({ length: 1_000 }, (_, index) => `${index}.md`));
    let count = 0;
    for (let next = await handed.take(); next.ok && next.value; next = await handed.take()) count += 1;
    expect(count).toBe(20);
  });
});

test('among the arguments of a start, meeting files are files and everything else is not', () => {
  const found = filesInArguments(
    ['/opt/quorum', '--flag=a.md', 'notes.MD', '/abs/b.quorum', 'c.exe', '.', 'md', '-c.md'],
    '/home/ruya',
    ['md', 'quorum'],
  );
  expect(found).toEqual([resolve('/home/ruya/notes.MD'), resolve('/abs/b.quorum')]);
});
