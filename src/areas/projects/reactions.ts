/** What verification makes of the news of other areas. */
import type { Context } from '#platform/action.ts';
import { findAllDoubtful } from './actions/find-doubtful.ts';

/** A whole book came in or went: everything doubtful is found again. */
export async function findAgain(context: Context): Promise<void> {
  await findAllDoubtful(context);
}
