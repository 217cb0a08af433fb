/** Cases as the wire, the command line and files tell them. */
import { type Day, daysBetween } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireCase } from '../contract/board.ts';
import { paceOf } from '../rules/case-life.ts';
import { referenceOf } from '../rules/case.ts';
import {
  type CaseFilter,
  type ListedCase,
  ageEdges,
  boardFigures,
  countCases,
} from '../store/board.ts';

/** A line of the board as of a day. */
export function wireCaseOf({ amount, ...row }: ListedCase, today: Day): WireCase {
  return {
    ...row,
    documents: [...row.documents],
    reference: referenceOf(row.caseId),
    amount: formatMoney(amount),
    currency: amount.currency,
    days: daysBetween(row.openedOn, row.closedOn ?? today),
    pace: paceOf(row, today),
  };
}

/** Counts and sums of the board. */
export async function wireFigures(db: Queries, filter: CaseFilter, today: Day) {
  const [states, { ages, paces }] = await Promise.all([
    countCases(db, filter),
    boardFigures(db, filter, today),
  ]);
  return {
    states: states.map(({ minor, ...each }) => ({
      ...each,
      amount: formatMoney(money(minor, each.currency)),
    })),
    ages: ages.map(({ bucket, minor, ...each }) => ({
      ...each,
      upTo: ageEdges[bucket] ?? null,
      amount: formatMoney(money(minor, each.currency)),
    })),
    paces,
  };
}
