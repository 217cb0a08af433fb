/** Says which new invoice stands in the place of what was credited: with it the case ends. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CaseState } from '../rules/case-life.ts';
import { itemNumbered } from '../store/cases.ts';
import { type CaseRef, ended, stepCase, takeFile } from './step-case.ts';

export type RebillRefusal =
  | 'dispute.no_such_case'
  | 'dispute.not_for_rebill'
  | 'dispute.no_such_document';

/** The invoice must be on the account: a number that nobody issued ends nothing. */
export async function rebillCase(
  context: Context,
  { number, ...ref }: CaseRef & { readonly number: string },
): Promise<Outcome<{ state: CaseState }, RebillRefusal>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { file, items } = taken.value;
  const credited = items.length > 0 && items.every((item) => item.ended);
  if (file.state !== 'decided' || file.decision !== 'rebill' || !credited) {
    return refuse('dispute.not_for_rebill');
  }
  const old = items.some((item) => item.number === number);
  if (old || !(await itemNumbered(context.tx, ref.accountId, number))) {
    return refuse('dispute.no_such_document', { number });
  }
  const after = await stepCase(context, file, {
    kind: 'rebilled',
    facts: { number },
    note: '',
    phrase: 'activity.dispute_rebilled',
    change: ended('rebilled', context.today),
  });
  return accept({ state: after.state });
}
