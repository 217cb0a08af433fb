/**
 * Compares the open items with the control account, for the status bar.
 *
 * A look over the whole book, so it is taken by the clock and kept, never by a reader.
 * `dunlin prove` says more and names the row; this only says whether to ask it.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context, Desk } from '#platform/action.ts';
import { bookChangedAt, controlAgrees, lastCheck, recordCheck } from '../store/build.ts';

export async function checkControl(context: Context): Promise<Outcome<{ agree: boolean }, never>> {
  const agree = await controlAgrees(context.tx);
  await recordCheck(context.tx, { agree, checkedAt: context.at });
  return accept({ agree });
}

/** Has the book changed since it was last compared? */
export async function needsCheck({ db }: Desk): Promise<boolean> {
  const last = await lastCheck(db);
  if (!last) return true;
  const changed = await bookChangedAt(db);
  return changed !== null && changed > last.checkedAt;
}
