/** Puts a waiting file aside: it is the original of nothing here, and waits no more. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type WhoseFiles, lockWaiting, settleWaiting } from '../store/waiting.ts';

export type PutAsideFile = { readonly fileId: Id; readonly whose: WhoseFiles };

export async function putAsideFile(
  context: Context,
  { fileId, whose }: PutAsideFile,
): Promise<Outcome<{ putAside: true }, 'documents.no_such_file' | 'documents.settled_already'>> {
  const file = await lockWaiting(context.tx, whose, fileId);
  if (!file) return refuse('documents.no_such_file');
  if (file.settled) return refuse('documents.settled_already', { file: file.fileName });
  await settleWaiting(context, fileId, null);
  context.did({ what: 'file put aside', id: fileId, facts: { file: file.fileName } });
  return accept({ putAside: true });
}
