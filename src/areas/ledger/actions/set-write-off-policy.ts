/**
 * Says how a company writes off: against an allowance or not, and what a small balance is. What
 * was written off before stays as it was booked.
 */
import type { Id } from '#kernel/ids.ts';
import { parseCurrency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { WriteOffPolicy } from '../rules/policy.ts';
import { insertWriteOffPolicy } from '../store/write-off-policy.ts';

export type SetWriteOffPolicy = {
  readonly companyId: Id;
  readonly policy: Pick<WriteOffPolicy, 'method' | 'small'>;
};

export async function setWriteOffPolicy(
  context: Context,
  { companyId, policy }: SetWriteOffPolicy,
): Promise<Outcome<{ automatic: boolean }, 'ledger.amount_unreadable'>> {
  for (const [code, amount] of Object.entries(policy.small.most)) {
    const currency = parseCurrency(code);
    const most = currency && parseMoney(amount, currency);
    if (!most || most.minor < 0n) return refuse('ledger.amount_unreadable', { amount, code });
  }
  await insertWriteOffPolicy(context, companyId, policy);
  const { automatic, most } = policy.small;
  const facts = { method: policy.method, automatic: String(automatic), ...most };
  context.did({ what: 'write-off policy', facts });
  return accept({ automatic });
}
