/**
 * Who may write off how much: limits by role, inclusive, in the company's base currency.
 *
 * What was written off on the account lately counts too, so that one large write-off is not
 * made of small ones. Nobody exceeds a limit here; a second person's approval is another act.
 */
import { type Money, formatMoney, parseMoney, plus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { WriteOffPolicy } from './policy.ts';

export type AuthorityRefusal = 'ledger.beyond_authority';

/** May somebody with these roles write this off, `before` having been written off lately? */
export function mayWriteOff(
  amount: Money,
  before: Money,
  roles: readonly string[],
  policy: Pick<WriteOffPolicy, 'limits' | 'togetherDays'>,
): Outcome<Money, AuthorityRefusal> {
  const together = plus(amount, before);
  const enough = policy.limits.filter(({ upTo }) => upTo === null || within(together, upTo));
  if (enough.some(({ role }) => roles.includes(role))) return accept(together);
  return refuse('ledger.beyond_authority', {
    amount: formatMoney(together),
    who: enough[0]?.role ?? 'nobody',
    days: policy.togetherDays,
  });
}

function within(amount: Money, upTo: string): boolean {
  const limit = parseMoney(upTo, amount.currency);
  return limit !== undefined && amount.minor <= limit.minor;
}
