/** Undoes an import: reverses all it posted and frees its numbers for the corrected file. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { undoImportedEntries } from '#areas/ledger/index.ts';
import { undoDeskRecords } from './undo-desk-records.ts';
import { findImport, insertUndone } from '../store/imports.ts';
import { answeredClosing, isSnapshot, laterSnapshot } from '../store/snapshot-undo.ts';

export type UndoImportRefusal =
  | 'imports.no_such_import'
  | 'imports.undone_already'
  | 'imports.later_snapshot_stands'
  | 'imports.closing_answered'
  | 'ledger.import_in_use'
  | 'ledger.nothing_imported';

export async function undoImport(
  context: Context,
  importId: Id,
): Promise<Outcome<{ reversed: number }, UndoImportRefusal>> {
  const found = await findImport(context.tx, importId);
  if (!found) return refuse('imports.no_such_import');
  if (found.undone) return refuse('imports.undone_already');
  const later = await laterSnapshot(context.tx, importId);
  if (later) return refuse('imports.later_snapshot_stands', { day: later });
  const answered = await answeredClosing(context.tx, importId);
  if (answered !== undefined) return refuse('imports.closing_answered', { document: answered });
  const records = await undoDeskRecords(context, importId);
  const undone = await undoImportedEntries(context, importId);
  if (!undone.ok) {
    // Records alone, or a snapshot that found nothing changed: nothing was posted.
    const bare = records > 0 || (await isSnapshot(context.tx, importId));
    if (undone.refusal !== 'ledger.nothing_imported' || !bare) return undone;
  }
  await insertUndone(context, importId);
  await context.tell({ name: 'imports.import_undone', accountId: null, payload: { importId } });
  return accept({ reversed: (undone.ok ? undone.value.reversed : 0) + records });
}
