/**
 * Applies an edited workbook: every edit that was taken, in one transaction, each as the act of
 * the area that owns the fact, with its rules, its permission and its reason.
 *
 * An act that the owner refuses changes nothing and is told with its reason; the others go on.
 * The same is done in a dry run to show a reviewer what would come of it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { type Context, attempt } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type DiffRow, type Problem, type ReadBook, compare, editMark } from '../rules/compare.ts';
import { type Choice, type Edit, type Otherwise, decide } from '../rules/edits.ts';
import { rowsNow } from '../store/rows.ts';
import {
  type AppliedEdit,
  type Undo,
  appliedOf,
  holdWorkbook,
  insertApplication,
} from '../store/workbooks.ts';
import { accountActs } from './account-acts.ts';
import { disputeActs } from './dispute-acts.ts';
import { type Acts, type Applier } from './doing.ts';
import { promiseActs } from './promise-acts.ts';
import { taskActs } from './task-acts.ts';

export const allActs: Acts = { ...accountActs, ...promiseActs, ...disputeActs, ...taskActs };

export type ApplyWorkbook = {
  readonly uploadId: Id;
  readonly workbookId: Id;
  /** What the file is called, for the reason of each act. */
  readonly name: string;
  readonly book: ReadBook;
  readonly choices: readonly Choice[];
  readonly otherwise: Otherwise;
};

export type AppliedWorkbook = {
  /** The differences, with what the owners of the facts refused. */
  readonly rows: readonly DiffRow[];
  readonly applied: number;
  readonly refused: number;
  readonly leftOut: number;
};

export async function applyWorkbook(
  context: Context,
  wish: ApplyWorkbook,
  by: Applier,
): Promise<Outcome<AppliedWorkbook, 'workbooks.undecided'>> {
  const { book, workbookId, uploadId } = wish;
  await holdWorkbook(context, workbookId);
  const touched = await accountsTouched(context, wish, by);
  await lockAccounts(context.tx, touched);
  const rows = await differences(context, wish, by);
  const decided = decide(book.kind, rows, wish.choices, wish.otherwise);
  if (!decided.ok) return decided;

  const done: AppliedEdit[] = [];
  const refused = new Map<string, Problem>();
  for (const edit of decided.value.edits) {
    const reason = `workbook ${wish.name}, row ${edit.line}`;
    const outcome = await attempt(context, (inner) => act({ ...inner, reason }, edit, by));
    for (const cell of edit.cells) {
      const place = editMark(edit.key, cell.column, '');
      if (outcome.ok) done.push(appliedEdit(context, edit, cell.column, outcome.value));
      else refused.set(place, { refusal: outcome.refusal, facts: outcome.facts });
    }
  }
  const { leftOut } = decided.value;
  if (done.length > 0) {
    await insertApplication(context, { uploadId, workbookId, edits: done, leftOut });
    context.did({ what: 'workbook', id: workbookId, facts: { edits: done.length } });
  }
  return accept({
    rows: rows.map((row) => withRefusals(row, refused)),
    applied: done.length,
    refused: refused.size,
    leftOut,
  });
}

/** The accounts of rows that may change, locked before they are read. */
async function accountsTouched(
  { tx, today }: Context,
  wish: ApplyWorkbook,
  by: Applier,
): Promise<Id[]> {
  const rows = await changedRows(tx, wish, { today, companies: by.companies });
  return [...new Set([...rows.values()].flatMap(({ accountId }) => accountId ?? []))].toSorted();
}

/** Rows, as they stand now, of which any cell differs from what went out. */
async function changedRows(
  db: Queries,
  { book }: ApplyWorkbook,
  asked: Parameters<typeof rowsNow>[3],
): ReturnType<typeof rowsNow> {
  const nothing = { now: new Map(), applied: new Set<string>(), permissions: 'all' } as const;
  const keys = compare(book, nothing).map(({ key }) => key);
  const known = keys.filter((key) => book.exported.get(key)?.intact);
  return known.length === 0 ? new Map() : rowsNow(db, book.kind, known, asked);
}

async function differences(
  { tx, today }: Context,
  wish: ApplyWorkbook,
  { companies, permissions }: Applier,
): Promise<DiffRow[]> {
  const [now, edits] = await Promise.all([
    changedRows(tx, wish, { today, companies }),
    appliedOf(tx, wish.workbookId),
  ]);
  const applied = new Set(edits.map(({ key, field, value }) => editMark(key, field, value)));
  return compare(wish.book, { now, applied, permissions });
}

async function act(context: Context, edit: Edit, by: Applier): Promise<Outcome<Undo | null>> {
  const known = allActs[edit.act];
  if (!known) throw new Error(`no act ${edit.act}`);
  return known.do(context, edit, by);
}

function appliedEdit(
  { newId }: Context,
  edit: Edit,
  column: string,
  undo: Undo | null,
): AppliedEdit {
  const cell = edit.cells.find((each) => each.column === column);
  const first = edit.cells[0]?.column === column;
  return {
    editId: newId(),
    key: edit.key,
    field: column,
    act: edit.act,
    line: edit.line,
    before: cell?.ours ?? '',
    value: cell?.theirs ?? '',
    // Cells of one act are taken back together, by the first of them.
    undo: first || undo === null ? undo : {},
  };
}

function withRefusals(row: DiffRow, refused: ReadonlyMap<string, Problem>): DiffRow {
  return {
    ...row,
    cells: row.cells.map((cell) => {
      const problem = refused.get(editMark(row.key, cell.column, ''));
      return problem ? { ...cell, outcome: 'refused' as const, problem } : cell;
    }),
  };
}
