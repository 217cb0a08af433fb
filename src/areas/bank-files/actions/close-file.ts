/**
 * Ends a file that will never go in: one in quarantine that the bank does not correct, one for an
 * account that is not ours, one that nobody can read. Its bytes stay.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { StandingRefusal } from '../rules/refusal.ts';
import { insertFileAct, lockFile, updateFileState } from '../store/files.ts';

export type CloseFile = { readonly fileId: Id; readonly companies: 'all' | readonly Id[] };

const standing: readonly string[] = ['quarantined', 'waiting', 'unreadable'];

/** Refuses a file that went in, or that has ended already. */
export async function closeFile(
  context: Context,
  { fileId, companies }: CloseFile,
): Promise<Outcome<void, StandingRefusal>> {
  const file = await lockFile(context, fileId);
  if (!file || (companies !== 'all' && !companies.includes(file.companyId))) {
    return refuse('bank_files.no_such_file');
  }
  if (!standing.includes(file.state)) {
    return refuse('bank_files.not_standing', { state: file.state });
  }
  await updateFileState(context, fileId, 'closed');
  await insertFileAct(context, fileId, 'closed');
  context.did({ what: 'file closed', id: fileId });
  return accept(undefined);
}
