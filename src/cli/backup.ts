/** `dunlin backup` and `dunlin restore`. */
import path from 'node:path';
import { backup } from '#platform/backup/backup.ts';
import { restore } from '#platform/backup/restore.ts';
import { type CliDesk, type Command, type Exit } from '#platform/cli/command.ts';
import { formatOptions, oneArgument, readArguments } from '#platform/cli/options.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { printProof, proveBook } from './prove.ts';

async function runBackup(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { json, csv, folder } = readFolder(args);
  const made = await backup(desk.ownerUrl, folder, (line) => desk.complain(line));
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const summary = { folder, takenAt: made.takenAt, tables: made.tables.length, rows };
  if (json) desk.print(JSON.stringify(summary));
  else if (csv) desk.print(csvTable(tableColumns, made.tables));
  else desk.print(summaries[desk.language](rows, folder));
  return 0;
}

const tableColumns: Column<{ readonly name: string; readonly rows: number }>[] = [
  { title: 'table', text: ({ name }) => name },
  { title: 'rows', right: true, text: ({ rows }) => String(rows) },
];

const summaries = {
  en: (rows: number, folder: string): string => `${rows} rows in ${folder}`,
  es: (rows: number, folder: string): string => `${rows} filas en ${folder}`,
};

async function runRestore(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { folder, ...how } = readFolder(args);
  await restore(desk.ownerUrl, folder, (line) => desk.complain(line));
  return printProof(await proveBook(desk.db), desk, how);
}

function readFolder(args: readonly string[]): {
  readonly json: boolean;
  readonly csv: boolean;
  readonly folder: string;
} {
  const { values, positionals } = readArguments(args, formatOptions);
  const folder = oneArgument(positionals, { en: 'name one folder', es: 'nombre una carpeta' });
  return { json: values.json, csv: values.csv, folder: path.resolve(folder) };
}

export const backupCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'backup',
    usage: '<folder> [--json | --csv]',
    summary: {
      en: 'A consistent copy of the whole book, taken while the desk works',
      es: 'Una copia coherente de todo el libro, sin detener el trabajo',
    },
    run: runBackup,
  },
  {
    on: 'desk',
    bringsSchema: true,
    name: 'restore',
    usage: '<folder> [--json | --csv]',
    summary: {
      en: 'Brings a backup back into an empty database and proves it',
      es: 'Restaura una copia en una base vacía y la comprueba',
    },
    run: runRestore,
  },
];
