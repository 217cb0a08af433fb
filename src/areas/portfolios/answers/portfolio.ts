/** Who has how much, as the API and `dunlin portfolio --json` write it. */
import type { Day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Portfolio } from '../actions/read-portfolio.ts';
import type { WirePortfolio } from '../contract.ts';
import { effectOf } from '../rules/effect.ts';
import { promisesDue } from '../store/portfolio.ts';

/** Accounts of nobody that are shown; the row of nobody says how many there are. */
const mostShown = 200;

/** The portfolio without the acts that moved it. */
export async function portfolioAnswer(
  db: Queries,
  portfolio: Portfolio,
  today: Day,
): Promise<Omit<WirePortfolio, 'acts'>> {
  const { book, company, companyId, currency, people } = portfolio;
  const promised = await promisesDue(db, companyId, currency, today);
  const speaks = new Map(people.map((person) => [person.memberId, person.speaks]));
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  return {
    company,
    currency,
    people: effectOf(portfolio, []).people.map(({ memberId, name, capacity, before }) => ({
      ...before,
      memberId,
      name,
      capacity,
      speaks: memberId === null ? [] : [...(speaks.get(memberId) ?? [])],
      pinned: book.filter((each) => each.ownerId === memberId && each.pinned).length,
      promisesDue: promised.get(memberId)?.count ?? 0,
      promised: amount(promised.get(memberId)?.amount ?? 0n),
    })),
    unassigned: book
      .filter(({ ownerId }) => ownerId === null)
      .toSorted((one, other) => compare(other.overdue, one.overdue))
      .slice(0, mostShown)
      .map(({ accountId, account, name, state, language, overdue, balance }) => ({
        accountId,
        account,
        name,
        state,
        language: language === 'es' ? 'es' : 'en',
        overdue: amount(overdue),
        balance: amount(balance),
      })),
  };
}

function compare(one: bigint, other: bigint): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
