/** Links a waiting file by hand to the document that a person says it is the original of. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { OriginalKind } from '../rules/file-name.ts';
import { nextVersion } from '../rules/intake.ts';
import { documentOf, insertOriginal, versionsOf } from '../store/originals.ts';
import { type WhoseFiles, lockWaiting, settleWaiting } from '../store/waiting.ts';

export type LinkFile = {
  readonly fileId: Id;
  readonly whose: WhoseFiles;
  readonly accountId: Id;
  readonly number: string;
  readonly kind: OriginalKind;
};

/** Becomes a further version of what stands there. */
export async function linkFile(
  context: Context,
  { fileId, whose, accountId, number, kind }: LinkFile,
): Promise<
  Outcome<
    { version: number },
    'documents.no_such_document' | 'documents.no_such_file' | 'documents.settled_already'
  >
> {
  const { tx } = context;
  const file = await lockWaiting(tx, whose, fileId);
  if (!file) return refuse('documents.no_such_file');
  if (file.settled) return refuse('documents.settled_already', { file: file.fileName });
  const document = await documentOf(tx, accountId, number);
  if (!document) return refuse('documents.no_such_document', { number });
  const { documentId } = document;
  const before = await versionsOf(tx, { accountId, documentId }, kind);
  const version = nextVersion(before.map((each) => each.version));
  const originalId = context.newId();
  const { fileName, sha256 } = file;
  const made = { accountId, originalId, documentId, kind, version };
  await insertOriginal(context, { ...made, fileName, sha256 });
  await settleWaiting(context, fileId, originalId);
  context.did({ what: 'original', id: originalId, facts: { file: fileName, number } });
  return accept({ version });
}
