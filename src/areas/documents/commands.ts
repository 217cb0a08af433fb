/** `dunlin originals`: what is kept for an account, one of its files, and what waits. */
import { writeFile } from 'node:fs/promises';
import { type Id, id } from '#kernel/ids.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wireOriginals, wireWaiting } from './answers/wire.ts';
import type { WireOriginal, WireWaitingFile } from './contract.ts';
import { originalFile, originalsOf } from './store/originals.ts';
import { waitingFiles } from './store/waiting.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  waiting: { type: 'boolean', default: false },
  document: { type: 'string' },
  save: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [number, ...rest] = positionals;
  if (values.waiting) return listWaiting(desk, values);
  if (number === undefined || rest.length > 0)
    throw new WrongUsage({ en: 'name one account', es: 'nombre una cuenta' });
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  const { document } = values;
  const all = wireOriginals(await originalsOf(desk.db, accountId), desk.language);
  const rows = all.filter((row) => document === undefined || row.number === document);
  if (values.save !== undefined) return save(desk, accountId, rows, values.save);
  print(desk, values, rows, originalColumns(desk));
  return 0;
}

type How = { readonly json: boolean; readonly csv: boolean };

async function listWaiting(desk: CliDesk, how: How): Promise<Exit> {
  const { rows } = await waitingFiles(desk.db, 'everybody', { limit: 10_000, offset: 0 });
  const shown = rows.map((row) => wireWaiting(row, desk.language));
  print(desk, how, shown, waitingColumns(desk));
  return 0;
}

function print<Row>(desk: CliDesk, how: How, rows: readonly Row[], columns: Column<Row>[]): void {
  if (how.json) desk.print(JSON.stringify({ rows }));
  else if (how.csv) desk.print(csvTable(columns, rows));
  else desk.print(rows.length === 0 ? text(desk, 'originals.none') : textTable(columns, rows));
}

/** Writes the latest of the rows into a new file, byte for byte as it came. */
async function save(
  desk: CliDesk,
  accountId: Id,
  rows: readonly WireOriginal[],
  file: string,
): Promise<Exit> {
  const [latest] = rows;
  const found = latest && (await originalFile(desk.db, accountId, id(latest.originalId)));
  if (!found) throw new Unfit('documents.no_such_original', text(desk, 'originals.none'));
  await writeFile(file, found.content, { flag: 'wx' });
  desk.print(file);
  return 0;
}

function originalColumns(desk: CliDesk): Column<WireOriginal>[] {
  return [
    { title: text(desk, 'originals.document'), text: (row) => row.number },
    {
      title: text(desk, 'originals.kind'),
      text: (row) => text(desk, `originals.kind_${row.kind}`),
    },
    { title: text(desk, 'originals.version'), right: true, text: (row) => String(row.version) },
    { title: text(desk, 'originals.file'), text: (row) => row.fileName },
    { title: text(desk, 'originals.size'), right: true, text: (row) => String(row.bytes) },
  ];
}

function waitingColumns(desk: CliDesk): Column<WireWaitingFile>[] {
  return [
    { title: text(desk, 'originals.file'), text: (row) => row.fileName },
    { title: text(desk, 'originals.why'), text: (row) => `${row.message} ${row.remedy}` },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const documentCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'originals',
    usage:
      '<account> [--company C] [--document NUMBER [--save FILE]] [--json | --csv]  |  --waiting',
    summary: words['command.originals'],
    run,
  },
];
