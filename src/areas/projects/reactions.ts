/** What verification makes of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import { findEverywhere } from './actions/find-doubtful.ts';

/** A whole book came in or went: everything doubtful is found again. */
export async function findAgain(context: Context): Promise<void> {
  accepted(await findEverywhere(context));
}
