/**
 * Reverses everything that one import posted, account by account.
 *
 * Refused as long as anything posted since uses what it brought: that is taken back first, by
 * the people who did it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { undoEntries } from '../rules/undoing.ts';
import { lockAccounts } from '../store/accounts.ts';
import {
  forgetIdentities,
  importedAccounts,
  importedEntries,
  usedSince,
} from '../store/imported.ts';
import { recordPostings } from '../store/postings.ts';

export type UndoImportRefusal = 'ledger.import_in_use' | 'ledger.nothing_imported';

/** Accounts undone in one go. */
const portion = 500;

export async function undoImportedEntries(
  context: Context,
  importId: Id,
): Promise<Outcome<{ reversed: number }, UndoImportRefusal>> {
  const accounts = await importedAccounts(context.tx, importId);
  if (accounts.length === 0) return refuse('ledger.nothing_imported');
  await lockAccounts(context.tx, accounts);
  const document = await usedSince(context.tx, importId);
  if (document !== undefined) return refuse('ledger.import_in_use', { document });
  let reversed = 0;
  for (let start = 0; start < accounts.length; start += portion) {
    const some = accounts.slice(start, start + portion);
    const entries = await importedEntries(context.tx, importId, some);
    const postings = undoEntries(entries, () => context.newId());
    await recordPostings(context, postings);
    reversed += postings.length;
  }
  await forgetIdentities(context.tx, importId);
  context.did({ what: 'import_undone', id: importId, facts: { entries: reversed } });
  return accept({ reversed });
}
