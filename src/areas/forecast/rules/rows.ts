/**
 * The rows that a model learns from: for past days S, each invoice open at S, one row for each
 * coming day until it was paid or the story ends. Whether it was paid on that day is the answer.
 *
 * An invoice that is still open gives rows too; that is how waiting is learnt exactly.
 */
import { calendarFrom } from './calendar.ts';
import { fill, still, width } from './features.ts';
import type { CustomerHistory } from './known-item.ts';
import type { Matrix } from './matrix.ts';
import { openOn, seenOn } from './seen.ts';

export type Rows = {
  readonly matrix: Matrix;
  readonly answers: Uint8Array;
  readonly count: number;
};

export type RowsPlan = {
  /** Past days at whose close the desk looks, each before the day of the prediction. */
  readonly looks: readonly number[];
  readonly asOf: number;
  /** Coming days that are told apart. */
  readonly horizon: number;
};

export function rowsOf(
  histories: ReadonlyMap<string, CustomerHistory>,
  { looks, asOf, horizon }: RowsPlan,
): Rows {
  const calendar = calendarFrom(Math.min(asOf, ...looks), asOf);
  const parts = looks.map((look) => {
    const seen = seenOn(histories, look);
    const open = openOn(histories, seen).map(({ item, customer }) => {
      const until = Math.min(look + horizon, asOf, item.paidOn ?? asOf);
      return { of: still(seen, item, customer), days: until - look, paidOn: item.paidOn };
    });
    return { seen, open, look };
  });
  const count = parts.reduce(
    (sum, { open }) => sum + open.reduce((each, { days }) => each + days, 0),
    0,
  );
  const matrix = new Float32Array(count * width);
  const answers = new Uint8Array(count);
  let row = 0;
  for (const { seen, open, look } of parts) {
    for (const { of, days, paidOn } of open) {
      for (let day = 1; day <= days; day += 1) {
        fill({ matrix, row }, { seen, calendar }, of, look + day);
        answers[row] = paidOn === look + day ? 1 : 0;
        row += 1;
      }
    }
  }
  return { matrix, answers, count };
}
