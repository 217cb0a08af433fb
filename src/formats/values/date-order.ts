/**
 * In which order the dates of a file put day, month and year.
 *
 * One value like `17/03/2020` settles a whole column; ten thousand like `03/04/2020` settle
 * nothing. Columns of one file vote together, for one system wrote them all, but a column
 * that has evidence of its own follows it. Without evidence the answer is a question: a
 * guess would put half a year of invoices on wrong days.
 */
import { type DateOrder, type DateReadings, dateReadings, isNoDate } from './dates.ts';

/** What the values of one column say about the order of their dates. */
export type DateEvidence = {
  /** Different dates that only one order can read. */
  readonly ymd: number;
  readonly dmy: number;
  readonly mdy: number;
  /** Different dates that two orders read as two different days. */
  readonly open: number;
  /** One of them, for the question. */
  readonly example: string;
};

export type OrderVerdict = DateOrder | 'undecided' | 'any';

/** Collects the evidence in a column; every different value is looked at once. */
export function weighDates(values: Iterable<string>): DateEvidence {
  const seen = new Set<string>();
  const tally = { ymd: 0, dmy: 0, mdy: 0, open: 0, example: '' };
  const short: ShortYears = { first: new Set(), last: new Set(), both: 0 };
  for (const raw of values) {
    const text = raw.trim();
    if (seen.has(text)) continue;
    seen.add(text);
    if (isNoDate(text)) continue;
    const readings = dateReadings(text);
    if (readings === undefined || 'only' in readings) continue;
    count(tally, readings, text);
    if (readings.shortYear) noteShortYear(short, readings, text);
  }
  return yearLeads(short)
    ? { ...tally, ymd: tally.ymd + tally.dmy + tally.mdy + 1, dmy: 0, mdy: 0 }
    : tally;
}

type Tally = { ymd: number; dmy: number; mdy: number; open: number; example: string };

/** A year of two digits in front is only considered when neither other order fits. */
function count(
  tally: Tally,
  readings: Exclude<DateReadings, { only: unknown }>,
  text: string,
): void {
  const { ymd, dmy, mdy } = readings;
  if (dmy !== undefined && mdy !== undefined) {
    if (dmy === mdy) return;
    tally.open += 1;
    if (tally.example === '') tally.example = text;
  } else if (dmy !== undefined) tally.dmy += 1;
  else if (mdy !== undefined) tally.mdy += 1;
  else if (ymd !== undefined) tally.ymd += 1;
}

type ShortYears = { readonly first: Set<string>; readonly last: Set<string>; both: number };

function noteShortYear(
  short: ShortYears,
  readings: Exclude<DateReadings, { only: unknown }>,
  text: string,
): void {
  if (readings.ymd !== undefined && readings.dmy !== undefined) short.both += 1;
  short.first.add(text.slice(0, 2));
  short.last.add(text.slice(-2));
}

/** `20/03/30`, `20/04/15`: years repeat and days do not, so the year stands in front. */
function yearLeads(short: ShortYears): boolean {
  return short.both > 2 && short.first.size * 2 < short.last.size;
}

/** What a column's own evidence decides; a few slips do not outweigh twenty times as many. */
export function verdictOf(evidence: DateEvidence): OrderVerdict {
  const ranked = (['ymd', 'dmy', 'mdy'] as const)
    .map((order) => ({ order, votes: evidence[order] }))
    .toSorted((a, b) => b.votes - a.votes);
  const [best, next] = ranked;
  if (best === undefined || best.votes === 0) return evidence.open === 0 ? 'any' : 'undecided';
  if (next !== undefined && next.votes * 20 > best.votes) return 'undecided';
  return best.order;
}

export type DateOrders<Key> = {
  readonly orders: ReadonlyMap<Key, DateOrder>;
  /** Columns whose order nothing decides, with an example of each. */
  readonly undecided: readonly { readonly column: Key; readonly example: string }[];
};

/**
 * Decides the order of every date column of a file: by its own evidence, else by the vote
 * of the others when they agree, else by `usual`, the order the source is known to write.
 */
export function decideDateOrders<Key>(
  columns: ReadonlyMap<Key, DateEvidence>,
  usual?: DateOrder,
): DateOrders<Key> {
  const verdicts = new Map([...columns].map(([key, evidence]) => [key, verdictOf(evidence)]));
  const votes = new Set([...verdicts.values()].filter((verdict) => isOrder(verdict)));
  const common = votes.size === 1 ? [...votes][0] : undefined;
  const orders = new Map<Key, DateOrder>();
  const undecided: { column: Key; example: string }[] = [];
  for (const [column, verdict] of verdicts) {
    const evidence = columns.get(column);
    const torn = evidence !== undefined && evidence.dmy + evidence.mdy + evidence.ymd > 0;
    if (isOrder(verdict)) orders.set(column, verdict);
    else if (verdict === 'any') orders.set(column, common ?? usual ?? 'ymd');
    else {
      const order = torn ? undefined : (common ?? usual);
      if (order === undefined) undecided.push({ column, example: evidence?.example ?? '' });
      else orders.set(column, order);
    }
  }
  return { orders, undecided };
}

function isOrder(verdict: OrderVerdict): verdict is DateOrder {
  return verdict !== 'undecided' && verdict !== 'any';
}

/** Values of a column as far as they are needed: all of them, blanks included. */
export function* columnValues(
  rows: readonly { readonly cells: readonly string[] }[],
  index: number,
): Generator<string> {
  for (const row of rows) yield row.cells[index] ?? '';
}
