/** Undoes an import: reverses all it posted and frees its numbers for the corrected file. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { undoImportedEntries } from '#areas/ledger/index.ts';
import { undoDeskRecords } from './undo-desk-records.ts';
import { findImport, insertUndone } from '../store/imports.ts';

export type UndoImportRefusal =
  | 'imports.no_such_import'
  | 'imports.undone_already'
  | 'ledger.import_in_use'
  | 'ledger.nothing_imported';

export async function undoImport(
  context: Context,
  importId: Id,
): Promise<Outcome<{ reversed: number }, UndoImportRefusal>> {
  const found = await findImport(context.tx, importId);
  if (!found) return refuse('imports.no_such_import');
  if (found.undone) return refuse('imports.undone_already');
  const records = await undoDeskRecords(context, importId);
  const undone = await undoImportedEntries(context, importId);
  const onlyRecords = !undone.ok && undone.refusal === 'ledger.nothing_imported' && records > 0;
  if (!undone.ok && !onlyRecords) return undone;
  await insertUndone(context, importId);
  await context.tell({ name: 'imports.import_undone', accountId: null, payload: { importId } });
  return accept({ reversed: (undone.ok ? undone.value.reversed : 0) + records });
}
