/** Says what stands on a company's paper from now on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Letterhead, type LetterheadRefusal, acceptLetterhead } from '../rules/letterhead.ts';
import { insertLetterhead } from '../store/letterheads.ts';

export async function setLetterhead(
  context: Context,
  { companyId, head }: { readonly companyId: Id; readonly head: Letterhead },
): Promise<Outcome<{ legalName: string }, LetterheadRefusal>> {
  const decision = acceptLetterhead(head);
  if (!decision.ok) return decision;
  await insertLetterhead(context, companyId, decision.value);
  context.did({ what: 'letterhead', id: companyId });
  return accept({ legalName: decision.value.legalName });
}
