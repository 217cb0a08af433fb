/**
 * Hands out a file as the bank sent it. Its account numbers leave the house with it, so that the
 * audit trail says who took it and when.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { bytesOf } from '../store/files.ts';

export type HandOutFile = { readonly fileId: Id; readonly sha256: string };

export async function handOutFile(
  context: Context,
  { fileId, sha256 }: HandOutFile,
): Promise<Outcome<Uint8Array, never>> {
  const bytes = await bytesOf(context.tx, sha256);
  context.did({ what: 'raw file handed out', id: fileId, facts: { bytes: bytes.length } });
  return accept(bytes);
}
