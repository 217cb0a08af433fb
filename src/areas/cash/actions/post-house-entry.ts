/**
 * An entry of the company's own: money through clearing that is no customer's. It stands under
 * the house account, whose id is the company's, and makes no item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertAccounts, lockAccount, ratesInto, recordPostings } from '#areas/ledger/index.ts';
import { inBase } from '#areas/ledger/rules/base-amount.ts';
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
  const { baseCurrency } = house;
  const rates = await ratesInto(context.tx, baseCurrency, [currency]);
  const rate = rates.on(currency, on);
  if (currency !== baseCurrency && !rate) {
    return refuse('ledger.no_rate', { from: currency, to: baseCurrency, day: on });
  }
  const entryId = context.newId();
  const through = (line: ClearingLine): boolean =>
    line.debit === 'cash-clearing' || line.credit === 'cash-clearing';
  await recordPostings(context, [
    {
      entryId,
      accountId: companyId,
      kind,
      effectiveOn: on,
      reverses: null,
      lines: lines.map((line) => {
        const amount = money(line.amount, currency);
        const base = rate ? inBase(amount, rate, baseCurrency).minor : amount.minor;
        const { debit, credit } = line;
        return { debit, credit, amount, base, ...(through(line) ? { bank } : {}) };
      }),
      items: [],
      applications: [],
    },
  ]);
  return accept({ entryId });
}
