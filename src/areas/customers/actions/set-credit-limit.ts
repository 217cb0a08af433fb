/**
 * Writes an account's standing credit limit on the customer's record, from today.
 *
 * Whether it may be set is credit's to say; here it only becomes the fact that every screen and
 * import reads.
 */
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockNow } from '../store/accounts.ts';
import { insertLimits, moveLimits } from '../store/bulk.ts';
import { recordActivity } from '../store/timeline.ts';
import { formatMoney } from '#kernel/money.ts';

export type SetCreditLimit = {
  readonly accountId: Id;
  /** Null takes the limit away. */
  readonly limit: Money | null;
  /** Of a limit that is taken away. */
  readonly currency: string;
};

export async function setCreditLimit(
  context: Context,
  { accountId, limit, currency }: SetCreditLimit,
): Promise<Outcome<{ set: true }, 'customers.no_such_account'>> {
  const { tx, today, at, actor, reason } = context;
  if (!(await lockNow(tx, accountId))) return refuse('customers.no_such_account');
  const fact = { accountId, effectiveOn: today, limit };
  await insertLimits(tx, [fact], currency, { at, actor: actor.ref, reason });
  await moveLimits(tx, [fact]);
  await recordActivity(context, {
    accountId,
    kind: 'account',
    phrase: limit === null ? 'activity.credit_limit_gone' : 'activity.credit_limit_set',
    facts: limit === null ? {} : { amount: formatMoney(limit), currency: limit.currency },
    text: reason,
    touch: false,
  });
  return accept({ set: true });
}
