/** `dunlin backup` and `dunlin restore`. */
import path from 'node:path';
import { backup } from '#platform/backup/backup.ts';
import { restore } from '#platform/backup/restore.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { printProof, proveBook } from './prove.ts';

const options = { json: { type: 'boolean', default: false } } as const;

async function runBackup(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { json, folder } = readFolder(args);
  const made = await backup(desk.ownerUrl, folder, (line) => desk.complain(line));
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const summary = { folder, takenAt: made.takenAt, tables: made.tables.length, rows };
  desk.print(json ? JSON.stringify(summary) : summaries[desk.language](rows, folder));
  return 0;
}

const summaries = {
  en: (rows: number, folder: string): string => `${rows} rows in ${folder}`,
  es: (rows: number, folder: string): string => `${rows} filas en ${folder}`,
};

async function runRestore(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { json, folder } = readFolder(args);
  await restore(desk.ownerUrl, folder, (line) => desk.complain(line));
  return printProof(await proveBook(desk.db), desk, json);
}

function readFolder(args: readonly string[]): { json: boolean; folder: string } {
  const { values, positionals } = readArguments(args, options);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new WrongUsage('name one folder');
  return { json: values.json, folder: path.resolve(folder) };
}

export const backupCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'backup',
    usage: '<folder> [--json]',
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
    usage: '<folder> [--json]',
    summary: {
      en: 'Brings a backup back into an empty database and proves it',
      es: 'Restaura una copia en una base vacía y la comprueba',
    },
    run: runRestore,
  },
];
