/** The cells of a page of goals: what was typed into them, and which of them say something new. */
import { currency as currencyOf, decimalsOf } from '#kernel/money.ts';
import type { goalGrid, setGoals } from '#areas/metrics/contract/goal-grid.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { readAmount } from '#web/ui/plain-amount.ts';

export type GoalCells = AnswerOf<typeof goalGrid>;
type Goal = BodyOf<typeof setGoals>['goals'][number];

/** What was typed, by row and column. */
export type Typed = ReadonlyMap<string, string>;

export function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}

function decimalsIn({ unit, currency }: GoalCells): number {
  return unit === 'money' ? decimalsOf(currencyOf(currency)) : 2;
}

/** Nothing takes a goal back; anything else has to be an amount, and none below nought. */
export function isRead(text: string, grid: GoalCells): boolean {
  return text.trim() === '' || !(readAmount(text, decimalsIn(grid)) ?? '-').startsWith('-');
}

/** The cells that say something else than before, and how many cannot be read. */
export function changesOf(grid: GoalCells, typed: Typed): { goals: Goal[]; unread: number } {
  let unread = 0;
  const goals = grid.rows.flatMap(({ memberId, targets }, row) =>
    grid.months.flatMap((month, column): Goal[] => {
      const text = typed.get(keyOf(row, column));
      if (text === undefined) return [];
      if (!isRead(text, grid)) {
        unread += 1;
        return [];
      }
      const target = text.trim() === '' ? null : (readAmount(text, decimalsIn(grid)) ?? null);
      const before = targets[column] ?? null;
      const isSame =
        target === null ? before === null : Number(target) === Number(before ?? Number.NaN);
      return isSame ? [] : [{ memberId, month, target }];
    }),
  );
  return { goals, unread };
}
