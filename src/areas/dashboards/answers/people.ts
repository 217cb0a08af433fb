/** Effort and result, a person at a time: what the manager sees of all, each of themselves. */
import { decimalsOf, formatMinor } from '#kernel/money.ts';
import { id } from '#kernel/ids.ts';
import type { Db } from '#platform/postgres/db.ts';
import type { WirePerson } from '../contract.ts';
import { periodOf } from '../rules/figures.ts';
import type { Book } from '../store/asked.ts';
import * as store from '../store/people.ts';

/** Everybody who owns an account or spoke to a customer this month, by name. */
export async function readPeople(db: Db, book: Book): Promise<WirePerson[]> {
  const { from } = periodOf('month', book.today);
  const [owned, done, contacted, promised, collected, goals] = await Promise.all([
    store.owned(db, book),
    store.doneToday(db, book),
    store.contacted(db, book, from),
    store.promised(db, book, from),
    store.collected(db, book, from),
    store.cashGoals(db, book, from),
  ]);
  const ids = new Set([...owned.keys(), ...contacted.keys(), ...promised.keys()]);
  const workers = await store.workers(db, [...ids].map(id), book.today);
  const amount = (minor: bigint): string => formatMinor(minor, decimalsOf(book.currency));
  return workers.map(({ memberId, name, minutesADay, away }) => {
    const goal = goals.get(memberId)?.goal;
    return {
      memberId,
      name,
      accounts: Number(owned.get(memberId)?.accounts ?? 0n),
      due: Number(owned.get(memberId)?.due ?? 0n),
      done: Number(done.get(memberId)?.done ?? 0n),
      attempts: Number(contacted.get(memberId)?.attempts ?? 0n),
      conversations: Number(contacted.get(memberId)?.conversations ?? 0n),
      made: Number(promised.get(memberId)?.made ?? 0n),
      kept: Number(promised.get(memberId)?.kept ?? 0n),
      ended: Number(promised.get(memberId)?.ended ?? 0n),
      cash: amount(collected.get(memberId)?.cash ?? 0n),
      goal: goal === undefined ? null : amount(goal),
      minutesADay,
      away: away && { until: away.until, covers: [...away.covers] },
    };
  });
}
