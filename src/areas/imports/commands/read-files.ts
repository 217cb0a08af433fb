/**
 * `dunlin read`: what an outside file says, with no database behind it.
 *
 * The formats of banks are asked first, tables after them. One file is one line of JSON; a
 * refusal is an object on standard output too, so that a program reads one stream.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Facts, type Outcome, type Refused, accept } from '#kernel/outcome.ts';
import { isArchive, openArchive } from '#formats/archive.ts';
import { bankReaderFor } from '#formats/bank-readers.ts';
import { jsonOf, jsonPieces, readableJsonOf } from '#formats/neutral-json.ts';
import { type BankFileRefusal, type ReadFile } from '#formats/reader.ts';
import { readOutsideFile } from '#formats/outside-file.ts';
import { sniff } from '#formats/sniff.ts';
import { neutralTable, summarise } from '#formats/summary.ts';
import type { Table } from '#formats/table.ts';
import { type PlainCommand, type Exit, type Terminal, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { openers } from '#platform/files/openers.ts';
import { unpacking } from '#platform/files/unpacking.ts';
import { type DroppedFile, openFile } from '../answers/open-files.ts';
import { words } from '../words.ts';
import { bankFileCsv, bankFileText } from './bank-file-text.ts';
import { placesOf } from './found-files.ts';

const readOptions = {
  ...formatOptions,
  summary: { type: 'boolean', default: false },
} as const;

type How = { readonly summary: boolean; readonly json: boolean; readonly csv: boolean };

async function runRead(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, positionals } = readArguments(args, readOptions);
  if (positionals.length === 0)
    throw new WrongUsage({ en: 'name at least one file', es: 'nombre al menos un archivo' });
  let exit: Exit = 0;
  for (const place of await placesOf(positionals)) {
    const dropped = { name: path.basename(place), bytes: await readFile(place) };
    const files = filesIn(dropped);
    if (!files.ok) tellRefusal(terminal, dropped.name, files, values.json);
    const refused = files.ok ? await tellFiles(terminal, files.value, values) : true;
    if (refused) exit = 1;
  }
  return exit;
}

/** An archive is the files in it; anything else is itself. */
function filesIn(dropped: DroppedFile): Outcome<readonly DroppedFile[], BankFileRefusal> {
  return isArchive(dropped.bytes) ? openArchive(dropped.bytes, unpacking) : accept([dropped]);
}

/** Tells each file; was any of them refused? */
async function tellFiles(
  terminal: Terminal,
  files: readonly DroppedFile[],
  how: How,
): Promise<boolean> {
  let refusedAny = false;
  for (const file of files) {
    const refused = await tellFile(terminal, file, how);
    if (!refused) continue;
    refusedAny = true;
    tellRefusal(terminal, file.name, refused, how.json);
  }
  return refusedAny;
}

/** What is known by its format or its header is told as that, any other table as a table. */
async function tellFile(
  terminal: Terminal,
  file: DroppedFile,
  how: How,
): Promise<Refused<string> | undefined> {
  const read = await readOutsideFile(file, openers);
  if (read.ok) {
    await tellReadFile(terminal, file.name, read.value, how);
    return undefined;
  }
  const kind = sniff(file.bytes);
  if ((kind !== 'csv' && kind !== 'xlsx') || isOfBanks(file)) return read;
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  // The figures of a table are told even where one of its rows stops the reading.
  if (read.refusal !== 'read.unknown_format' && !how.summary) return read;
  tellTable(terminal, opened.value.table, how);
  return undefined;
}

/** A format with a grammar of its own: what stops it is the answer, whatever rows it has. */
function isOfBanks({ name, bytes }: DroppedFile): boolean {
  return (bankReaderFor(bytes, name)?.format ?? 'csv') !== 'csv';
}

type Named = ReadFile & { readonly format: string };

async function tellReadFile(
  terminal: Terminal,
  name: string,
  file: Named,
  how: How,
): Promise<void> {
  const { format } = file;
  if (how.json) {
    if (how.summary) terminal.print(jsonOf({ format, ...file.summary() }));
    else await tellJson(terminal, file);
  } else if (how.csv) {
    terminal.print(bankFileCsv(file.neutral()));
  } else if (how.summary) {
    terminal.print(readableJsonOf({ format, ...file.summary() }));
  } else {
    terminal.print(bankFileText(name, file.neutral()));
  }
}

/** In pieces where the terminal takes them: a bank's day may be larger than memory likes. */
async function tellJson(terminal: Terminal, file: ReadFile): Promise<void> {
  if (!terminal.printPieces) terminal.print(jsonOf(file.neutral()));
  else await terminal.printPieces(jsonPieces(file.told ? file.told() : file.neutral()));
}

function tellTable(terminal: Terminal, table: Table, how: How): void {
  if (how.csv) {
    terminal.print(csvTable(cellColumns(table), table.rows));
    return;
  }
  const answer = how.summary ? summarise(table) : neutralTable(table);
  terminal.print(how.json ? jsonOf(answer) : readableJsonOf(answer));
}

/** The columns of an outside table as they were read, with the line each row stands on. */
function cellColumns({ columns }: Table): Column<Table['rows'][number]>[] {
  const cells = columns.map((title, index) => ({
    title,
    text: ({ cells: row }: Table['rows'][number]) => row[index] ?? '',
  }));
  return [{ title: 'line', text: ({ line }) => String(line) }, ...cells];
}

function tellRefusal(
  terminal: Terminal,
  file: string,
  { refusal: code, facts }: Refused<string>,
  json: boolean,
): void {
  const known: Facts = { ...facts, file };
  const message = say(words, code, known, terminal.language);
  const remedy = say(words, `${code}_remedy`, known, terminal.language);
  if (json) {
    const record = facts['record'] ?? null;
    terminal.print(jsonOf({ refused: { code, message, record, remedy, facts: known } }));
  }
  terminal.complain(`${file}: ${message} ${remedy}`);
}

/** It stands alone: the command line runs it without the rest of the house in memory. */
export const readCommand: PlainCommand = {
  on: 'nothing',
  name: 'read',
  usage: '<file…> [--summary] [--json | --csv]',
  summary: {
    en: 'Reads an outside file and prints its neutral form; touches no database',
    es: 'Lee un archivo externo y muestra su forma neutra, sin tocar la base',
  },
  run: runRead,
};
