/** `dunlin workbook out`, `dunlin workbook in` and `dunlin workbook undo`. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Id } from '#kernel/ids.ts';
import { type Language, isLanguage } from '#kernel/words.ts';
import { type Refused } from '#kernel/outcome.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { companiesNamed, memberByEmail } from '#areas/team/index.ts';
import { accepted, perform } from '#platform/action.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import { choiceOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { applyWorkbook } from './actions/apply-workbook.ts';
import { issueWorkbook } from './actions/issue-workbook.ts';
import { takeInWorkbook } from './actions/take-in-workbook.ts';
import { undoWorkbook } from './actions/undo-workbook.ts';
import { type BookAsked, makeBook } from './answers/make-book.ts';
import {
  type OpenedUpload,
  type Reviewer,
  openBook,
  openUpload,
  reviewOf,
  tallyOf,
  wireRows,
  wishOf,
} from './answers/review.ts';
import type { WireDiffCell, WireDiffRow } from './contract.ts';
import { parseWorkbookKind, workbookKinds } from './rules/kinds.ts';
import { words } from './words.ts';
import { problemWords } from './words/problems.ts';

const outOptions = {
  out: { type: 'string' },
  company: { type: 'string' },
  owner: { type: 'string' },
  account: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function runOut(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, outOptions);
  const [name = '', ...rest] = positionals;
  const kind = parseWorkbookKind(name);
  if (!kind || rest.length > 0) {
    throw new WrongUsage({
      en: `name a workbook: ${workbookKinds.join(', ')}`,
      es: `nombre un libro: ${workbookKinds.join(', ')}`,
    });
  }
  const made = await makeBook(desk, {
    kind,
    language: languageOf(desk, values.language),
    companies: await companiesNamed(desk, values.company),
    company: values.company,
    owner: await ownerOf(desk, values.owner),
    accountId: await accountOf(desk, values),
  });
  if (!made.ok) throw unfit(desk, made);
  const { issued, bytes } = made.value;
  const file = path.resolve(values.out ?? made.value.name);
  await writeFile(file, bytes);
  const doing = {
    action: 'workbooks.issue_workbook',
    actor: desk.actor,
    reason: `download of ${path.basename(file)}`,
    input: { kind, ...issued.asked },
  };
  accepted(await perform(desk, doing, (context) => issueWorkbook(context, issued)));
  const { rows, sha256, head } = issued;
  const { workbookId } = head;
  if (values.json) desk.print(JSON.stringify({ workbookId, kind, file, rows, sha256 }));
  else desk.print(text(desk, 'workbooks.written', { file, rows }));
  return 0;
}

function languageOf(desk: CliDesk, wanted: string | undefined): Language {
  if (wanted === undefined) return desk.language;
  if (!isLanguage(wanted))
    throw new WrongUsage({ en: '--language takes en or es', es: '--language lleva en o es' });
  return wanted;
}

async function ownerOf(desk: CliDesk, wanted: string | undefined): Promise<BookAsked['owner']> {
  if (wanted === undefined) return undefined;
  if (wanted === 'nobody') return { memberId: null, name: '—' };
  const { memberId, name } = await memberNamed(desk, wanted);
  return { memberId, name };
}

async function memberNamed(desk: CliDesk, email: string) {
  const member = await memberByEmail(desk.db, email);
  if (member) return member;
  throw new Unfit('workbooks.no_such_person', text(desk, 'workbooks.no_such_person', { email }));
}

async function accountOf(
  desk: CliDesk,
  { account, company }: { readonly account?: string; readonly company?: string },
): Promise<Id | undefined> {
  if (account === undefined) return undefined;
  return oneAccount(account, await accountsNumbered(desk.db, account, company), desk.language);
}

const inOptions = {
  ...formatOptions,
  apply: { type: 'boolean', default: false },
  conflicts: { type: 'string' },
  as: { type: 'string' },
} as const;

async function runIn(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, inOptions);
  const conflicts = choiceOption('conflicts', values.conflicts, ['theirs', 'ours'] as const);
  const reviewer = await reviewerOf(desk, values.as);
  const opened = await takeIn(desk, fileOf(positionals), reviewer);
  const { uploadId, sha256 } = opened.upload;
  if (!values.apply) {
    const { rows, tally } = await reviewOf(desk, opened, reviewer);
    return tell(desk, values, { uploadId, sha256, tally, rows });
  }
  const wish = wishOf(opened, conflicts ?? 'refuse');
  const doing = {
    action: 'workbooks.apply_workbook',
    actor: reviewer.actor,
    reason: `workbook ${wish.name}`,
    input: { sha256, conflicts: conflicts ?? null },
  };
  const done = await perform(desk, doing, (context) => applyWorkbook(context, wish, reviewer));
  if (!done.ok) throw unfit(desk, done);
  const { applied, refused, leftOut } = done.value.answer;
  const rows = wireRows(done.value.answer.rows, opened, desk.language);
  const result = { applied, refused, leftOut };
  return tell(desk, values, { uploadId, sha256, tally: tallyOf(rows), rows, result });
}

function fileOf([file, ...rest]: readonly string[]): string {
  if (file === undefined || rest.length > 0)
    throw new WrongUsage({ en: 'name one workbook file', es: 'nombre un archivo de libro' });
  return file;
}

/** Whoever is named by --as, with what they may do; the command line itself may do everything. */
async function reviewerOf(desk: CliDesk, email: string | undefined): Promise<Reviewer> {
  const { language } = desk;
  if (email === undefined) {
    return { actor: desk.actor, permissions: 'all', companies: 'all', language };
  }
  const { memberId, roles, companyIds, active } = await memberNamed(desk, email);
  const actor = { ref: `member:${memberId}`, memberId };
  const permissions = active ? permissionsOf(roles) : [];
  return { actor, permissions, companies: companyIds, language };
}

async function takeIn(desk: CliDesk, file: string, reviewer: Reviewer): Promise<OpenedUpload> {
  const name = path.basename(file);
  const bytes = new Uint8Array(await readFile(file));
  const opened = await openBook(desk, { name, bytes });
  if (!opened.ok) throw unfit(desk, opened);
  const sha256 = fingerprint(bytes);
  const doing = {
    action: 'workbooks.take_in_workbook',
    actor: reviewer.actor,
    reason: `workbook ${name} came back`,
    input: { name, sha256 },
  };
  const { head } = opened.value;
  const kept = await perform(desk, doing, (context) =>
    takeInWorkbook(context, { head, name, sha256, bytes }),
  );
  if (!kept.ok) throw unfit(desk, kept);
  return accepted(await openUpload(desk, kept.value.answer.uploadId, reviewer));
}

type Told = {
  readonly uploadId: Id;
  readonly sha256: string;
  readonly tally: ReturnType<typeof tallyOf>;
  readonly rows: readonly WireDiffRow[];
  readonly result?: { applied: number; refused: number; leftOut: number };
};

/** 1 when a cell is refused or in conflict and nothing was applied, 0 otherwise. */
function tell(
  desk: CliDesk,
  { json, csv }: { readonly json: boolean; readonly csv: boolean },
  told: Told,
): Exit {
  const { tally, rows, result } = told;
  if (json) desk.print(JSON.stringify(told));
  else if (csv) desk.print(csvTable(columns(desk), cellsOf(rows)));
  else {
    desk.print(
      rows.length === 0
        ? text(desk, 'workbooks.no_edits')
        : `${textTable(columns(desk), cellsOf(rows))}\n${text(desk, 'workbooks.tally', tally)}`,
    );
    if (result) desk.print(text(desk, 'workbooks.applied', result));
  }
  return tally.refused > 0 || (tally.conflict > 0 && !result) ? 1 : 0;
}

type Line = { readonly row: WireDiffRow; readonly cell: WireDiffCell };

function cellsOf(rows: readonly WireDiffRow[]): Line[] {
  return rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
}

function columns(desk: CliDesk): Column<Line>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('workbooks.cell'), text: ({ cell }) => cell.cell },
    { title: title('column.account'), text: ({ row }) => row.account },
    { title: '', text: ({ cell }) => cell.header },
    {
      title: title('workbooks.outcome'),
      text: ({ cell }) => title(`workbooks.outcome_${cell.outcome}`),
    },
    { title: title('workbooks.old'), text: ({ cell }) => cell.old },
    { title: title('workbooks.theirs'), text: ({ cell }) => cell.theirs },
    { title: title('workbooks.ours'), text: ({ cell }) => cell.ours },
    { title: title('workbooks.why'), text: ({ cell }) => cell.problem?.message ?? '' },
  ];
}

const undoOptions = {
  as: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function runUndo(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, undoOptions);
  const reviewer = await reviewerOf(desk, values.as);
  const { upload } = await takeIn(desk, fileOf(positionals), reviewer);
  const { uploadId, kind, name, sha256 } = upload;
  const doing = {
    action: 'workbooks.undo_workbook',
    actor: reviewer.actor,
    reason: `workbook ${name} taken back`,
    input: { sha256 },
  };
  const done = await perform(desk, doing, (context) =>
    undoWorkbook(context, { uploadId, kind }, reviewer),
  );
  if (!done.ok) throw unfit(desk, done);
  if (values.json) desk.print(JSON.stringify(done.value.answer));
  else desk.print(text(desk, 'workbooks.undone', done.value.answer));
  return 0;
}

function unfit(desk: CliDesk, { refusal, facts }: Refused<string>): Unfit {
  return new Unfit(refusal, say(problemWords, refusal, facts, desk.language));
}

function text(desk: CliDesk, name: string, facts: Readonly<Record<string, string | number>> = {}) {
  return say(words, name, facts, desk.language);
}

export const workbookCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'workbook out',
    usage: [
      `${workbookKinds.join('|')} [--out FILE] [--company CODE] [--owner EMAIL|nobody]`,
      '[--account NUMBER] [--language en|es] [--json]',
    ].join(' '),
    summary: words['command.workbook_out'],
    run: runOut,
  },
  {
    on: 'desk',
    name: 'workbook in',
    usage: '<file> [--apply] [--conflicts theirs|ours] [--as EMAIL] [--json | --csv]',
    summary: words['command.workbook_in'],
    run: runIn,
  },
  {
    on: 'desk',
    name: 'workbook undo',
    usage: '<file> [--as EMAIL] [--json]',
    summary: words['command.workbook_undo'],
    run: runUndo,
  },
];
