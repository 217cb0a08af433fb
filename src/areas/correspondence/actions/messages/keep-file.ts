/** Keeps a file that the desk made for an account's message: its bytes as they will be sent. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { insertKeptFile } from '../../store/attachments.ts';

export type FileMade = {
  readonly accountId: Id;
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
};

/** Answers the id under which a message attaches it. */
export async function keepFile(
  context: Context,
  { accountId, ...file }: FileMade,
): Promise<Outcome<{ fileId: Id }, never>> {
  const sha256 = fingerprint(file.content);
  return accept({ fileId: await insertKeptFile(context, accountId, { ...file, sha256 }) });
}
