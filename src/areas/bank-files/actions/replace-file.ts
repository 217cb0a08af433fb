/** A corrected file takes the place of one in quarantine, which is never let in itself. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertFileAct, lockFile, updateFileState } from '../store/files.ts';

export type ReplaceFile = { readonly fileId: Id; readonly by: Id; readonly companyId: Id };

/** Refused unless the file is the company's and in quarantine. */
export async function replaceFile(
  context: Context,
  { fileId, by, companyId }: ReplaceFile,
): Promise<Outcome<void, 'bank_files.nothing_to_replace'>> {
  const file = await lockFile(context, fileId);
  if (file?.state !== 'quarantined' || file.companyId !== companyId) {
    return refuse('bank_files.nothing_to_replace');
  }
  await updateFileState(context, fileId, 'replaced', by);
  await insertFileAct(context, fileId, 'replaced', { by });
  context.did({ what: 'file replaced', id: fileId, facts: { by } });
  return accept(undefined);
}
