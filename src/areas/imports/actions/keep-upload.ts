/** Keeps a dropped file until somebody confirms how it is read. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Settings } from '../rules/settings.ts';
import { insertUpload } from '../store/uploads.ts';

export type KeepUpload = {
  readonly memberId: Id;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly settings: Settings;
};

export async function keepUpload(
  context: Context,
  wish: KeepUpload,
): Promise<Outcome<{ uploadId: Id }, never>> {
  const uploadId = context.newId();
  await insertUpload(context, wish.memberId, { ...wish, uploadId });
  context.did({ what: 'upload', id: uploadId, facts: { bytes: wish.content.length } });
  return accept({ uploadId });
}
