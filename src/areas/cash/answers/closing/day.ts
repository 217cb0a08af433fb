/** A day's cash as the wire and the command line tell it: amounts as decimal text. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency, decimalsOf, formatMinor } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { cashDay } from '../../contract/closing.ts';
import { dayState } from '../../store/closing/day-state.ts';
import { openHeldOver } from '../../store/closing/signatures.ts';

export type AskedDay = {
  readonly companyId: Id;
  readonly company: string;
  readonly day: Day;
  readonly today: Day;
  readonly language: Language;
};
export type DayAnswer = AnswerOf<typeof cashDay>;

export async function readDay(db: Queries, asked: AskedDay): Promise<DayAnswer> {
  const { companyId, company, day, today, language } = asked;
  const state = await dayState(db, { companyId, day });
  const { proved, signatures, late, policy, workedOnBy } = state;
  const lateIds = new Set(late.map((row) => row.id));
  const held = await openHeldOver(db, companyId);
  return {
    company,
    day,
    before: plusDays(day, -1),
    after: day < today ? plusDays(day, 1) : null,
    today,
    figures: proved.figures.map(({ currency: code, receipts, postedSameDay, ...amounts }) => ({
      currency: code,
      received: told(amounts.received, code),
      deposited: told(amounts.deposited, code),
      posted: told(amounts.posted, code),
      journal: told(amounts.journal, code),
      heldOver: told(amounts.heldOver, code),
      receipts,
      postedSameDay,
    })),
    sameDayBps: proved.sameDayBps,
    differences: proved.differences.map((row) => ({
      ...row,
      amount: told(row.amount, row.currency),
      late: lateIds.has(row.id),
    })),
    lateArrivals: late.length,
    signatures: signatures.map(({ figures, by, ...signed }) => ({
      ...signed,
      by: actorName(by, language),
      figures: figures.map((line) => ({
        currency: line.currency,
        received: told(BigInt(line.received), line.currency),
        deposited: told(BigInt(line.deposited), line.currency),
        posted: told(BigInt(line.posted), line.currency),
        journal: told(BigInt(line.journal), line.currency),
        heldOver: told(BigInt(line.heldOver), line.currency),
      })),
    })),
    heldOver: held.map(({ amountMinor, by, ...row }) => ({
      ...row,
      amount: told(amountMinor, row.currency),
      overdue: row.dueOn < today,
      by: actorName(by, language),
    })),
    secondPerson: policy.secondPerson,
    workedOnBy: [...workedOnBy],
  };
}

/** Minor units as decimal text. */
export function told(minor: bigint, code: string): string {
  return formatMinor(minor, decimalsOf(currency(code)));
}
