/**
 * The most that may be asked for a check or debit that came back, by state: one fee an item,
 * and only where the contract or a notice says so.
 *
 * The figures are those of one published list (Trustly, undated); other lists disagree for
 * Illinois, Indiana, North Carolina and California, so a row is relied on only once somebody
 * has read its statute.
 */
import { type Money, divideHalfUp, formatMoney, money } from '#kernel/money.ts';

/** Dollars that the list gives, or more where a percentage of the item is more. */
type Row = number | { readonly least: number; readonly percent: number } | 'florida';

const trustly: Readonly<Record<string, Row>> = {
  AK: 30,
  AL: 30,
  AR: 30,
  AZ: 25,
  CA: 25,
  CO: 20,
  CT: 20,
  DC: 25,
  DE: 40,
  FL: 'florida',
  GA: { least: 30, percent: 5 },
  GU: 20,
  HI: 30,
  IA: 30,
  ID: 20,
  IL: 25,
  IN: 20,
  KS: 30,
  KY: 50,
  LA: { least: 25, percent: 5 },
  MA: 25,
  MD: 35,
  ME: 25,
  MI: 25,
  MN: 30,
  MO: 25,
  MS: 40,
  MT: 30,
  NC: 25,
  ND: 40,
  NE: 35,
  NH: 25,
  NJ: 30,
  NM: 30,
  NV: 25,
  NY: 20,
  OH: { least: 30, percent: 10 },
  OK: 25,
  OR: 35,
  PA: 30,
  PR: 10,
  RI: 25,
  SC: 30,
  SD: 40,
  TN: 30,
  TX: 30,
  UT: 20,
  VA: 50,
  VI: 20,
  VT: 25,
  WA: 30,
  WI: 25,
  WV: 25,
  WY: 30,
};

/** Lists of fees by the names under which they were read. */
const lists: ReadonlyMap<string, Readonly<Record<string, Row>>> = new Map([
  ['trustly-2026', trustly],
]);

/** The highest fee for an item; undefined where the list has no such state. */
export function highestReturnFee(list: string, state: string, item: Money): Money | undefined {
  const rows = lists.get(list);
  if (rows === undefined || !Object.hasOwn(rows, state)) return undefined;
  const row = rows[state];
  if (row === undefined) return undefined;
  const dollars = (whole: number) => money(BigInt(whole) * 100n, item.currency);
  if (typeof row === 'number') return dollars(row);
  // Fla. Stat. 68.065(2): $25 to $50, $30 to $300, above it $40 or 5 % if that is more.
  if (row !== 'florida') return larger(dollars(row.least), percentOf(item, row.percent));
  if (item.minor <= 5_000n) return dollars(25);
  if (item.minor <= 30_000n) return dollars(30);
  return larger(dollars(40), percentOf(item, 5));
}

/** Where a customer is, as the desk holds it. */
export type Place = { readonly country: string | null; readonly state: string | null };

export type LoweredFee = {
  readonly asked: Money;
  readonly most: Money;
  readonly state: string;
  readonly list: string;
};

const list = 'trustly-2026';
const unitedStates: ReadonlySet<string> = new Set(['', 'US', 'USA', 'UNITED STATES']);

/** How a fee is lowered to what its state allows; undefined where it may be asked as it is. */
export function loweredFee(asked: Money, place: Place, item: Money): LoweredFee | undefined {
  const state = (place.state ?? '').trim().toUpperCase();
  const land = (place.country ?? '').trim().toUpperCase();
  if (!unitedStates.has(land) || asked.currency !== 'USD') return undefined;
  const most = highestReturnFee(list, state, item);
  if (most === undefined || asked.minor <= most.minor) return undefined;
  return { asked, most, state, list };
}

/** The lowering as it crosses the wire and stands in the record. */
export function loweredFacts({ asked, most, state, list: named }: LoweredFee) {
  const amounts = { asked: formatMoney(asked), most: formatMoney(most) };
  return { ...amounts, currency: most.currency, state, list: named };
}

function percentOf(item: Money, percent: number): Money {
  return { minor: divideHalfUp(item.minor * BigInt(percent), 100n), currency: item.currency };
}

function larger(a: Money, b: Money): Money {
  return a.minor >= b.minor ? a : b;
}
