import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPdf } from '../files/open-pdf.ts';
import { joinPdfs } from './join.ts';
import { pageTaker } from './take-pages.ts';
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
  const take = pageTaker(joinPdfs(files));
  const wordsOn = async (first: number, count: number) => {
    const text = await openPdf(take({ first, count }));
    if (!text.ok) throw new Error(text.refusal);
    return text.value.trim().split(/\s+/u);
  };
  expect(await wordsOn(2, 2)).toEqual(['two', 'three']);
  // The file is opened once; each taking is whole whatever was taken before.
  expect(await wordsOn(1, 1)).toEqual(['one']);
  expect(await wordsOn(2, 2)).toEqual(['two', 'three']);
  expect(() => take({ first: 4, count: 2 })).toThrow(/no page 5/u);
});
