/** Takes an original off its document, because it belongs to another; its bytes are kept. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { originalsOf, withdrawOriginal as withdraw } from '../store/originals.ts';

export type WithdrawOriginal = { readonly accountId: Id; readonly originalId: Id };

export async function withdrawOriginal(
  context: Context,
  wish: WithdrawOriginal,
): Promise<Outcome<{ withdrawn: true }, 'documents.no_such_original'>> {
  const standing = await originalsOf(context.tx, wish.accountId);
  const original = standing.find(({ originalId }) => originalId === wish.originalId);
  if (!original || !(await withdraw(context, wish))) return refuse('documents.no_such_original');
  const { fileName: file, number } = original;
  context.did({ what: 'original withdrawn', id: wish.originalId, facts: { file, number } });
  return accept({ withdrawn: true });
}
