/** `dunlin import`, and the list of the area's commands. */
import { parseCurrency } from '#kernel/money.ts';
import type { Refused } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import {
  type CliDesk,
  type Command,
  type Exit,
  type Terminal,
  WrongUsage,
} from '#platform/cli/command.ts';
import { refreshStatistics } from '#platform/postgres/statistics.ts';
import { choiceOption, dayOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { type ImportBook, importBook } from './actions/import-book.ts';
import { type LookedAt, type OpenBook, bookOf, lookAt, openFile } from './answers/open-files.ts';
import type { LongFile } from './answers/long-book.ts';
import { wireOutcome } from './answers/outcome.ts';
import { droppedFrom, placesOf } from './commands/found-files.ts';
import { companyCurrency } from './commands/company-currency.ts';
import { whileStoppable } from './commands/stoppable.ts';
import { longFiles, openBook } from './commands/large-book.ts';
import { manyRows, progressOf } from './commands/progress.ts';
import {
  type BankHow,
  type BankKind,
  areOfBanks,
  bankKind,
  importOfBanks,
} from './commands/import-bank.ts';
import { type OriginalsHow, importOriginals, sortFiles } from './commands/import-originals.ts';
import { type Brought, type SnapshotWish, type Taking, takingOf } from './answers/taking.ts';
import { readCommand } from './commands/read-files.ts';
import { settingsOf } from './commands/settings-of.ts';
import { snapshotLines } from './commands/snapshot-lines.ts';
import { runClosings } from './commands/closings.ts';
import { runSources } from './commands/sources.ts';
import type { Question } from './rules/questions.ts';
import type { Settings } from './rules/settings.ts';
import { words } from './words.ts';

const importOptions = {
  as: { type: 'string' },
  map: { type: 'string' },
  company: { type: 'string' },
  currency: { type: 'string' },
  'date-order': { type: 'string' },
  'decimal-mark': { type: 'string' },
  'accept-good': { type: 'boolean', default: false },
  source: { type: 'string' },
  snapshot: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  'confirm-closing': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  ...formatOptions,
} as const;

async function runImport(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, importOptions);
  if (positionals.length === 0) {
    throw new WrongUsage({
      en: 'name at least one file or folder',
      es: 'nombre al menos un archivo o carpeta',
    });
  }
  const as = bankKind(values.as);
  const isBanks = values.as === undefined && (await areOfBanks(positionals));
  if (as || isBanks) return importOfBanks(desk, positionals, bankHow(as, values));
  const { tables, originals } = await sortFiles(positionals);
  const exit = tables.length === 0 ? 0 : await importTables(desk, tables, values);
  if (exit !== 0 || originals.length === 0) return exit;
  return importOriginals(desk, originals, values);
}

function bankHow(as: BankKind | undefined, values: ImportValues): BankHow {
  const { company, currency, json } = values;
  return {
    as,
    company,
    currency: currency?.toUpperCase(),
    dateOrder: choiceOption('date-order', values['date-order'], ['ymd', 'dmy', 'mdy'] as const),
    decimalMark: choiceOption('decimal-mark', values['decimal-mark'], ['.', ','] as const),
    json,
    dryRun: values['dry-run'],
  };
}

type ImportValues = Parameters<typeof settingsOf>[0] &
  Parameters<typeof snapshotOf>[1] &
  OriginalsHow & { readonly csv: boolean; readonly currency?: string | undefined };

async function importTables(
  desk: CliDesk,
  positionals: readonly string[],
  values: ImportValues,
): Promise<Exit> {
  const settings = await settingsOf(values);
  const snapshot = snapshotOf(desk, values);
  const places = await placesOf(positionals);
  // What is gone from a snapshot shows only once all of it was read.
  const long = snapshot === null ? await longFiles(places) : undefined;
  if (long) return importLarge(desk, long, settings, values);
  const book = await bookIn(desk, places, settings, values);
  if (typeof book === 'number') return book;
  return take(desk, book, takingOf(book, snapshot), { ...values, snapshot });
}

/**
 * The book in files that are held, or the exit when there is none. What was read is let go of
 * before the book is taken in, which needs the memory.
 */
async function bookIn(
  desk: CliDesk,
  places: readonly string[],
  settings: Settings,
  values: ImportValues,
): Promise<(ImportBook & Pick<OpenBook, 'unread'>) | Exit> {
  const opened = [];
  for (const dropped of await droppedFrom(places)) {
    const file = await openFile(dropped);
    if (!file.ok) return refuse(desk, file, values.json);
    opened.push(file.value);
  }
  const currency = await companyCurrency(desk, values.company);
  const looked = lookAt(opened, settings, currency);
  const asked = looked.filter(({ detection }) => detection.plan === undefined);
  if (asked.length > 0) return ask(desk, asked, values.json);
  if (!values.json) tellNotes(desk, looked);
  return {
    ...bookOf(looked, desk.clock.today(), settings.source),
    ...chosenFor(settings, values),
  };
}

function chosenFor(
  settings: Settings,
  values: ImportValues,
): Pick<ImportBook, 'company' | 'currency' | 'acceptGood'> {
  return {
    company: values.company,
    currency: settings.currency === undefined ? undefined : parseCurrency(settings.currency),
    acceptGood: values['accept-good'],
  };
}

async function importLarge(
  desk: CliDesk,
  files: readonly LongFile[],
  settings: Settings,
  values: ImportValues,
): Promise<Exit> {
  const currency = await companyCurrency(desk, values.company);
  desk.complain(say(words, 'import.cli_reading', { files: files.length }, desk.language));
  using found = openBook(files, settings, currency, desk.clock.today());
  if (!found.book) return ask(desk, found.asked, values.json);
  if (!values.json) tellNotes(desk, found.looked);
  const book: ImportBook = { ...found.book, ...chosenFor(settings, values) };
  const progress = progressOf(desk, files.length, book.rowsInAll ?? book.rows);
  const watched: ImportBook = {
    ...book,
    progress(rows) {
      book.progress?.(rows);
      progress.rows(rows);
    },
  };
  const taking: Taking = (context, hear) => importBook(context, watched, hear);
  // The book is made of the files while it is taken in: they stay open until then.
  return await take(desk, book, taking, { ...values, snapshot: null });
}

/** Null without `--snapshot`; a day or a number without it says nothing. */
function snapshotOf(
  desk: CliDesk,
  values: {
    readonly snapshot: boolean;
    readonly 'as-of'?: string | undefined;
    readonly 'confirm-closing'?: string | undefined;
  },
): SnapshotWish {
  const { 'as-of': asOf, 'confirm-closing': closing } = values;
  if (!values.snapshot) {
    if (asOf === undefined && closing === undefined) return null;
    throw new WrongUsage({
      en: '--as-of and --confirm-closing go with --snapshot',
      es: '--as-of y --confirm-closing van con --snapshot',
    });
  }
  if (closing !== undefined && !/^\d{1,9}$/u.test(closing)) {
    throw new WrongUsage({
      en: `--confirm-closing takes a number of items, not "${closing}"`,
      es: `--confirm-closing lleva un número de partidas, no «${closing}»`,
    });
  }
  return {
    asOf: dayOption('as-of', asOf) ?? desk.clock.today(),
    confirmClosing: closing === undefined ? undefined : Number(closing),
  };
}

async function take(
  desk: CliDesk,
  book: ImportBook,
  taking: Taking,
  values: Printed & { readonly snapshot: SnapshotWish },
): Promise<Exit> {
  let seen: Brought | undefined;
  const progress = progressOf(desk, book.files.length, book.rowsInAll ?? book.rows);
  progress.begins();
  const doing = {
    action: 'imports.import_book',
    actor: desk.actor,
    reason: `import of ${book.files.map(({ name }) => name).join(', ')}`,
    input: {
      files: book.files,
      company: book.company ?? null,
      acceptGood: book.acceptGood,
      ...(values.snapshot === null ? {} : { snapshot: values.snapshot }),
    },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    whileStoppable(desk, () => taking(context, (outcome) => (seen = outcome))),
  );
  if (!done.ok && !seen) return refuse(desk, done, values.json);
  if (!seen) throw new Error('the import ended without an outcome');
  if (done.ok && !values['dry-run'] && seen.accepted >= manyRows) {
    await refreshStatistics(desk.ownerUrl);
  }
  report(desk, seen, values);
  // The counts say what the file holds; that nothing of it was kept must not be read off a code.
  if (!done.ok && values.snapshot === null && !values.json) desk.complain(reasonOf(desk, done));
  return done.ok ? 0 : 1;
}

type Printed = {
  readonly json: boolean;
  readonly csv: boolean;
  readonly 'dry-run': boolean;
};

type Problem = ReturnType<typeof wireOutcome>['problems'][number];

/** What is wrong, row by row; the counts stand in `--json`. */
const problemColumns: Column<Problem>[] = (
  ['file', 'line', 'field', 'code', 'message', 'remedy'] as const
).map((title) => ({ title, text: (problem) => String(problem[title]) }));

function report(desk: CliDesk, outcome: Brought, values: Printed): void {
  const wire = wireOutcome(outcome, desk.language, { most: Number.POSITIVE_INFINITY });
  if (values.json) {
    desk.print(JSON.stringify({ ...wire, dryRun: values['dry-run'] }));
    return;
  }
  if (values.csv) {
    desk.print(csvTable(problemColumns, wire.problems));
    return;
  }
  const said = (code: string, facts: Record<string, string | number>): string =>
    say(words, code, facts, desk.language);
  const { rows, accepted, duplicates, skipped, problemCount: problems } = wire;
  desk.print(said('import.cli_counts', { rows, accepted, duplicates, skipped, problems }));
  if (wire.snapshot) {
    for (const line of snapshotLines(wire.snapshot, desk.language)) desk.print(line);
  }
  for (const total of wire.controlTotals) desk.print(said('import.cli_total', total));
  for (const problem of wire.problems) {
    const { file, line, field, message, remedy } = problem;
    desk.complain(`${file}:${line}${field === '' ? '' : ` ${field}`}: ${message} ${remedy}`);
  }
  const asks = wire.snapshot?.asks;
  if (asks) desk.complain(`${asks.message} ${asks.remedy}`);
}

/** What was decided without asking, so that nothing is decided behind anybody's back. */
function tellNotes(desk: CliDesk, looked: readonly LookedAt[]): void {
  for (const { file, detection } of looked) {
    for (const { code, facts } of detection.notes) {
      desk.complain(`${file.name}: ${say(words, code, facts, desk.language)}`);
    }
  }
}

function ask(desk: CliDesk, asked: readonly LookedAt[], json: boolean): Exit {
  const questions = asked.flatMap(({ file, detection }) =>
    detection.questions.map((question) => ({ file: file.name, ...question })),
  );
  if (json) {
    desk.print(JSON.stringify({ refused: { code: 'import.questions_open', questions } }));
  } else {
    for (const question of questions)
      desk.complain(`${question.file}: ${sentence(desk, question)}`);
  }
  return 1;
}

function sentence(desk: CliDesk, question: Question): string {
  const message = say(words, question.code, question.facts, desk.language);
  return `${message} ${say(words, `${question.code}_remedy`, question.facts, desk.language)}`;
}

function refuse(terminal: Terminal, refused: Refused<string>, json: boolean): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, terminal.language);
  const remedy = say(words, `${code}_remedy`, facts, terminal.language);
  if (json) terminal.print(JSON.stringify({ refused: { code, message, remedy, facts } }));
  terminal.complain(`${facts['file'] ?? ''}: ${reasonOf(terminal, refused)}`);
  return 1;
}

function reasonOf({ language }: Terminal, { refusal: code, facts }: Refused<string>): string {
  return `${say(words, code, facts, language)} ${say(words, `${code}_remedy`, facts, language)}`;
}

export const importCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'import',
    usage:
      '<file or folder…> [--as KIND] [--map FILE] [--company C] [--currency C] ' +
      '[--source NAME] [--date-order dmy|mdy|ymd] [--decimal-mark .|,] [--accept-good] ' +
      '[--snapshot [--as-of D] [--confirm-closing N]] [--dry-run] [--json | --csv]',
    summary: {
      en: 'Takes customers, items, payments, bank files … in, all or nothing; PDFs by their name',
      es: 'Importa clientes, partidas, pagos, archivos del banco …, todo o nada; PDF por nombre',
    },
    run: runImport,
  },
  {
    on: 'desk',
    name: 'sources',
    usage: '[--company C] [--json|--csv]',
    summary: {
      en: 'Where the data comes from and how old it is, by company and source',
      es: 'De dónde vienen los datos y de cuándo son, por empresa y origen',
    },
    run: runSources,
  },
  {
    on: 'desk',
    name: 'closings',
    usage:
      '[confirm <document…> | confirm --all] [--as paid|credited|written_off|error] ' +
      '[--company C] [--source NAME] [--reason TEXT] [--dry-run] [--json | --csv]',
    summary: {
      en: 'Items that their source names no more; confirm says what it was',
      es: 'Partidas que su origen ya no nombra; confirm dice qué fue',
    },
    run: runClosings,
  },
  readCommand,
];
