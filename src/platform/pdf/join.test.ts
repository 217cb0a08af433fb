import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPdf } from '../files/open-pdf.ts';
import { joinPdfs } from './join.ts';
import { renderPdf } from './typst.ts';

test('the pages of all files stand one behind the other', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'join-'));
  const template = path.join(folder, 'word.typ');
  await writeFile(template, '#set text(font: "Inter")\n#json(bytes(sys.inputs.data))');
  const words = ['first', 'second', 'third'];
  const files = await Promise.all(words.map((word) => renderPdf(template, word)));
  const text = await openPdf(joinPdfs(files));
  if (!text.ok) throw new Error(text.refusal);
  expect(text.value.trim().split(/\s+/u)).toEqual(words);
});

test('a file that was not made here is refused', () => {
  expect(() => joinPdfs([Buffer.from('%PDF-1.4\nnothing')])).toThrow(/cannot be joined/u);
});
