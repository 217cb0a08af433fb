/** Changes how a waiting file is read: its kind, its mapping, the answer to a question. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Settings } from '../rules/settings.ts';
import { findUpload, updateSettings } from '../store/uploads.ts';

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
