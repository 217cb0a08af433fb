/**
 * An entry of the company's own: money through clearing that is no customer's. It stands under
 * the house account, whose id is the company's, and makes no item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { bookedBase, insertAccounts, lockAccount, recordPostings } from '#areas/ledger/index.ts';
import type { Line } from '#areas/ledger/rules/posting.ts';
import type { ClearingLine } from '../rules/cards/settling.ts';

export type HouseEntry = {
  readonly companyId: Id;
  readonly kind: 'bank_fee' | 'interest' | 'card_fee' | 'sweep' | 'card_settlement';
  readonly on: Day;
  readonly currency: Currency;
  readonly lines: readonly ClearingLine[];
  /** The bank account's own name in the journal. */
  readonly bank: string;
};

/** Refuses a foreign amount without a rate of its day. */
export async function postHouseEntry(
  context: Context,
  { companyId, kind, on, currency, lines, bank }: HouseEntry,
): Promise<Outcome<{ entryId: Id }, 'ledger.no_rate'>> {
  await insertAccounts(context.tx, companyId, [companyId]);
  const house = await lockAccount(context.tx, companyId);
  if (!house) throw new Error(`no house account for company ${companyId}`);
  const booked: Line[] = [];
  for (const { debit, credit, amount: minor } of lines) {
    const amount = money(minor, currency);
    const base = await bookedBase(context.tx, amount, house.baseCurrency, on);
    if (!base.ok) return base;
    const named = [debit, credit].includes('cash-clearing') ? { bank } : {};
    booked.push({ debit, credit, amount, base: base.value, ...named });
  }
  const entryId = context.newId();
  await recordPostings(context, [
    {
      entryId,
      accountId: companyId,
      kind,
      effectiveOn: on,
      reverses: null,
      lines: booked,
      items: [],
      applications: [],
    },
  ]);
  return accept({ entryId });
}
