/**
 * Values a company's open foreign items at the closing rate of a day.
 *
 * Books the unrealised difference on that day and takes it back the next (ASC 830-20-35).
 * Run again it books only what changed since, so running it twice changes nothing.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { swapped } from '../rules/derived-item.ts';
import type { Line, Posting } from '../rules/posting.ts';
import { type Revalued, revalue, revaluationLine, revaluedTotals } from '../rules/revaluation.ts';
import { lockHouse } from '../store/accounts.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, rateOn } from '../store/rates.ts';
import { openByCurrency, revaluedBefore } from '../store/revaluation.ts';

export type RevalueOpenItems = { readonly companyId: Id; readonly on: Day };

export type Revaluation = {
  /** The open book in base currency: as booked, and at the closing rates. */
  readonly book: Money;
  readonly revalued: Money;
  readonly unrealised: Money;
  /** Null when nothing was missing. */
  readonly entryId: Id | null;
};

export type RevalueRefusal = RateRefusal | OwnDayRefusal | 'ledger.no_such_company';

/** Refuses when a currency has no closing rate; then nothing is booked. */
export async function revalueOpenItems(
  context: Context,
  { companyId, on }: RevalueOpenItems,
): Promise<Outcome<Revaluation, RevalueRefusal>> {
  const { tx } = context;
  const house = await lockHouse(tx, companyId);
  if (!house) return refuse('ledger.no_such_company');
  // It values that very period, so nobody's revaluation may count in a later one.
  const dated = await ownDay(context, house, on, 'whoever');
  if (!dated.ok) return dated;
  const { baseCurrency } = house;
  const open = await openByCurrency(tx, companyId, on);
  const parts: Revalued[] = [];
  for (const foreign of open.filter((each) => each.open.currency !== baseCurrency)) {
    const rate = await rateOn(tx, foreign.open.currency, baseCurrency, on);
    if (!rate.ok) return rate;
    parts.push(revalue(foreign, rate.value, baseCurrency));
  }
  const domestic = open.find((each) => each.open.currency === baseCurrency)?.openBase ?? 0n;
  const totals = revaluedTotals(parts, domestic, baseCurrency);
  const lines = missingLines(parts, await revaluedBefore(tx, companyId, on));
  const entryId = lines.length === 0 ? null : await book(context, companyId, on, lines);
  context.did({ what: 'revaluation', facts: { unrealised: formatMoney(totals.unrealised) } });
  return accept({ ...totals, entryId });
}

/** Currencies that are booked and no longer open are brought back to nothing. */
function missingLines(parts: readonly Revalued[], booked: ReadonlyMap<Currency, bigint>): Line[] {
  const gone = [...booked.keys()]
    .filter((currency) => !parts.some((part) => part.currency === currency))
    .map((currency) => ({ currency, book: 0n, revalued: 0n, unrealised: 0n }));
  return [...parts, ...gone]
    .map((part) => revaluationLine(part, booked.get(part.currency) ?? 0n))
    .filter((line) => line !== undefined);
}

async function book(context: Context, companyId: Id, on: Day, lines: readonly Line[]): Promise<Id> {
  const posting = (kind: string, day: Day): Posting => ({
    entryId: context.newId(),
    accountId: companyId,
    kind,
    effectiveOn: day,
    reverses: null,
    lines,
    items: [],
    applications: [],
  });
  const closing = posting('revaluation', on);
  const next = posting('revaluation_reversal', plusDays(on, 1));
  await recordPostings(context, [
    closing,
    { ...next, reverses: closing.entryId, lines: lines.map(swapped) },
  ]);
  const payload = { entryId: closing.entryId, effectiveOn: on };
  await context.tell({ name: 'ledger.open_items_revalued', accountId: companyId, payload });
  return closing.entryId;
}
