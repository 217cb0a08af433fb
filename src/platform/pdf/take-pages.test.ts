import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPdf } from '../files/open-pdf.ts';
import { joinPdfs } from './join.ts';
import { takePages } from './take-pages.ts';
import { renderPdf } from './typst.ts';

test('pages are taken out of a joined file with what they need and nothing else', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'take-'));
  const template = path.join(folder, 'words.typ');
  const twoPages =
    '#let words = json(bytes(sys.inputs.data))\n#words.at(0)#pagebreak()#words.at(1)';
  await writeFile(template, `#set text(font: "Inter")\n${twoPages}`);
  const files = await Promise.all(
    [
      ['one', 'two'],
      ['three', 'four'],
    ].map((words) => renderPdf(template, words)),
  );
  const taken = takePages(joinPdfs(files), { first: 2, count: 2 });
  const text = await openPdf(taken);
  if (!text.ok) throw new Error(text.refusal);
  expect(text.value.trim().split(/\s+/u)).toEqual(['two', 'three']);
  expect(() => takePages(taken, { first: 2, count: 2 })).toThrow(/no page 3/u);
});
