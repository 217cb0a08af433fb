/** `dunlin backup` and `dunlin restore`. */
import path from 'node:path';
import { proveLedger } from '#areas/ledger/index.ts';
import { backup } from '#platform/backup/backup.ts';
import { UnfitBackup } from '#platform/backup/manifest.ts';
import { restore } from '#platform/backup/restore.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { printProof } from './prove.ts';

const options = { json: { type: 'boolean', default: false } } as const;

async function runBackup(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, folder } = readFolder(args);
  return refusing(desk, async () => {
    const made = await backup(desk.ownerUrl, folder, (line) => desk.complain(line));
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
    const summary = { folder, takenAt: made.takenAt, tables: made.tables.length, rows };
    desk.print(values.json ? JSON.stringify(summary) : `${rows} rows in ${folder}`);
    return 0;
  });
}

async function runRestore(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, folder } = readFolder(args);
  return refusing(desk, async () => {
    await restore(desk.ownerUrl, folder, (line) => desk.complain(line));
    return printProof(await proveLedger(desk.db), desk, values.json);
  });
}

function readFolder(args: readonly string[]) {
  const { values, positionals } = readArguments(args, options);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new WrongUsage('name one folder');
  return { values, folder: path.resolve(folder) };
}

async function refusing(desk: CliDesk, work: () => Promise<Exit>): Promise<Exit> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnfitBackup)) throw error;
    desk.complain(error.message);
    return 1;
  }
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
    name: 'restore',
    usage: '<folder> [--json]',
    summary: {
      en: 'Brings a backup back into an empty database and proves it',
      es: 'Restaura una copia en una base vacía y la comprueba',
    },
    run: runRestore,
  },
];
