/** Keeps a dropped file until somebody confirms how it is read, or changes how it is read. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Settings } from '../rules/settings.ts';
import { findUpload, insertUpload, updateSettings } from '../store/uploads.ts';

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

/** Refuses an upload that is not there or belongs to somebody else. */
export async function adjustUpload(
  context: Context,
  wish: { readonly memberId: Id; readonly uploadId: Id; readonly settings: Settings },
): Promise<Outcome<{ uploadId: Id }, 'imports.no_such_upload'>> {
  const found = await findUpload(context.tx, wish.memberId, wish.uploadId);
  if (!found) return refuse('imports.no_such_upload');
  await updateSettings(context.tx, wish.uploadId, wish.settings);
  return accept({ uploadId: wish.uploadId });
}
