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
  readonly kind:
    | 'affiliate'
    | 'bank_fee'
    | 'card_fee'
    | 'card_settlement'
    | 'interest'
    | 'other_receipt'
    | 'sweep';
  readonly on: Day;
  readonly currency: Currency;
  readonly lines: readonly ClearingLine[];
  /** The bank account's own name in the journal; null when no bank of the company has it. */
  readonly bank: string | null;
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
    const atBank = bank !== null && [debit, credit].includes('cash-clearing');
    booked.push({ debit, credit, amount, base: base.value, ...(atBank ? { bank } : {}) });
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
