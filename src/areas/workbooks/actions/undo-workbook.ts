/**
 * Takes back what a workbook changed, the latest first, as far as the acts can be taken back.
 *
 * What somebody has changed since stays as it is, and so do new words of a customer that replaced
 * older ones: both are told, with their number, and nothing is undone behind anybody's back.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, attempt } from '#platform/action.ts';
import { type BookRow, valueOf } from '../rules/column.ts';
import { type WorkbookKind, editableColumns } from '../rules/kinds.ts';
import { rowsNow } from '../store/rows.ts';
import { type StandingEdit, insertUndone, standingEdits } from '../store/workbooks.ts';
import { allActs } from './apply-workbook.ts';
import type { Applier } from './doing.ts';

export type UndoWorkbook = {
  readonly uploadId: Id;
  readonly kind: WorkbookKind;
};

export async function undoWorkbook(
  context: Context,
  { uploadId, kind }: UndoWorkbook,
  by: Applier,
): Promise<Outcome<{ undone: number; kept: number }, 'workbooks.nothing_to_undo'>> {
  const { tx, today } = context;
  const edits = await standingEdits(tx, uploadId);
  if (edits.length === 0) return refuse('workbooks.nothing_to_undo');
  const keys = [...new Set(edits.map(({ key }) => key))];
  const now = await rowsNow(tx, kind, keys, { companies: by.companies, today });
  const undone: Id[] = [];
  let kept = 0;
  for (const group of byAct(edits)) {
    const still = group.every((edit) => stands(kind, edit, now.get(edit.key)));
    const row = now.get(group[0]?.key ?? '');
    const done = still && row && (await takeBack(context, group, { by, now: row }));
    if (done) undone.push(...group.map(({ editId }) => editId));
    else kept += group.length;
  }
  if (undone.length > 0) {
    await insertUndone(context, undone);
    context.did({ what: 'workbook undone', id: uploadId, facts: { edits: undone.length } });
  }
  return accept({ undone: undone.length, kept });
}

/** Cells of one row and act that were applied together belong together. */
function byAct(edits: readonly StandingEdit[]): StandingEdit[][] {
  const groups = new Map<string, StandingEdit[]>();
  for (const edit of edits) {
    const name = `${edit.applicationId} ${edit.act} ${edit.key}`;
    groups.set(name, [...(groups.get(name) ?? []), edit]);
  }
  return [...groups.values()];
}

/** Does it still hold what the workbook gave it? */
function stands(kind: WorkbookKind, edit: StandingEdit, row: BookRow | undefined): boolean {
  const column = editableColumns(kind).find(({ name }) => name === edit.field);
  if (!row || !column) return false;
  return column.adds === true || valueOf(row.values, edit.field) === edit.value;
}

async function takeBack(
  context: Context,
  group: readonly StandingEdit[],
  { by, now }: { readonly by: Applier; readonly now: BookRow },
): Promise<boolean> {
  const holder = group.find(({ undo }) => undo !== null && Object.keys(undo).length > 0);
  const undo = holder && allActs[holder.act]?.undo;
  const facts = holder?.undo;
  if (!holder || !undo || !facts) return false;
  const reason = `workbook taken back, row ${holder.line}`;
  const done = await attempt(context, (inner) =>
    undo({ ...inner, reason }, { accountId: now.accountId, undo: facts }, by),
  );
  return done.ok;
}
