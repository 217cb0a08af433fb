/**
 * A journal line of the company's own: money through the bank that is no customer's. It stands
 * under the house account, whose id is the company's, and makes no item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { bookedBase, insertAccounts, lockAccount, recordPostings } from '#areas/ledger/index.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';

export type HouseLine = {
  readonly companyId: Id;
  readonly kind: 'bank_fee' | 'other_receipt' | 'affiliate';
  readonly on: Day;
  readonly debit: ChartAccount;
  readonly credit: ChartAccount;
  readonly amount: Money;
  readonly bank: string | null;
};

/** Refused for a foreign amount without a rate of its day. */
export async function bookHouseLine(
  context: Context,
  line: HouseLine,
): Promise<Outcome<{ entryId: Id }>> {
  const { companyId, debit, credit, amount, on } = line;
  await insertAccounts(context.tx, companyId, [companyId]);
  const house = await lockAccount(context.tx, companyId);
  if (!house) throw new Error(`no house account for company ${companyId}`);
  const base = await bookedBase(context.tx, amount, house.baseCurrency, on);
  if (!base.ok) return base;
  const entryId = context.newId();
  const bank = line.bank === null ? {} : { bank: line.bank };
  await recordPostings(context, [
    {
      entryId,
      accountId: companyId,
      kind: line.kind,
      effectiveOn: on,
      reverses: null,
      lines: [{ debit, credit, amount, base: base.value, ...bank }],
      items: [],
      applications: [],
    },
  ]);
  return accept({ entryId });
}
