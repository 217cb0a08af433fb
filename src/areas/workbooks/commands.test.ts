import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CliDesk, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { edited, workbookDesk } from '#test/support/workbook-desk.ts';
import { workbookCommands } from './commands.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `dunlin workbook …`; answers the exit and what was printed. */
async function run(desk: Awaited<ReturnType<typeof workbookDesk>>, verb: string, args: string[]) {
  const command = workbookCommands.find(({ name }) => name === `workbook ${verb}`);
  if (command?.on !== 'desk') throw new Error('a workbook reads the book');
  const said: string[] = [];
  const cli: CliDesk = {
    ...desk,
    language: 'en',
    print: (line) => void said.push(line),
    complain: () => undefined,
    actor: { ref: 'command:workbook', memberId: null },
    ownerUrl: desk.url,
    dataFolder: folder,
  };
  return { exit: await command.run(args, cli), said: said.join('\n') };
}

test('a workbook goes out, comes back, is applied once and taken back', async () => {
  await using desk = await workbookDesk();
  const file = path.join(folder, 'items.xlsx');
  const out = await run(desk, 'out', ['open-items', '--out', file, '--account', 'north', '--json']);
  expect(JSON.parse(out.said)).toMatchObject({ kind: 'open-items', rows: 2 });
  expect(await run(desk, 'in', [file])).toEqual({ exit: 0, said: 'Nothing was edited.' });

  const saved = await edited(readFileSync(file), ({ put }) => {
    put('I-2', 'Promised for', new Date('2026-12-04'));
    put('I-2', 'Said by', 'Ms Orr');
    put('I-1', 'New note', 'Sent a copy');
  });
  writeFileSync(file, saved);
  const shown = await run(desk, 'in', [file, '--json']);
  expect(JSON.parse(shown.said)).toMatchObject({ tally: { clean: 3, refused: 0, conflict: 0 } });
  const applied = await run(desk, 'in', [file, '--apply']);
  expect(applied.said).toContain('Applied: 3. Refused: 0. Left out: 0.');
  const again = await run(desk, 'in', [file, '--apply', '--json']);
  expect(JSON.parse(again.said)).toMatchObject({
    result: { applied: 0 },
    tally: { clean: 0, already: 3 },
  });
  const undone = await run(desk, 'undo', [file, '--json']);
  expect(JSON.parse(undone.said)).toEqual({ undone: 3, kept: 0 });
});

test('what is not ours, a kind or a person that is not there is refused by name', async () => {
  await using desk = await workbookDesk();
  const file = path.join(folder, 'foreign.xlsx');
  writeFileSync(file, 'not a workbook');
  await expect(run(desk, 'in', [file])).rejects.toThrow('is not a workbook of this desk');
  await expect(run(desk, 'out', ['everything'])).rejects.toThrow(WrongUsage);
  await expect(run(desk, 'out', ['tasks', '--owner', 'x@y.example'])).rejects.toThrow(Unfit);
});
