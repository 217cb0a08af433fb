/** Who plays in the scenes of the invented company, and the accounts they are played with. */
import { type Id, id } from '#kernel/ids.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Dice } from './dice.ts';

export type Cast = {
  readonly companyId: Id;
  /** Member ids by the part that people play: `poster`, `controller`, `senior`. */
  readonly people: ReadonlyMap<string, Id>;
  readonly dice: Dice;
  /** Customer numbers that sent no money in the last two weeks. */
  readonly silent: ReadonlySet<string>;
  /** What the book leaves open of each document for good; a scene takes from it what it pays. */
  readonly spare: Map<string, bigint>;
};

export type LateAccount = {
  readonly accountId: Id;
  readonly number: string;
  readonly ownerId: Id | null;
  readonly currency: string;
  readonly overdue: bigint;
  /** In Spanish where the customer speaks it. */
  readonly language: 'en' | 'es';
  /** Null: nobody is known there. */
  readonly contact: string | null;
};

/** Accounts with more than fifty overdue on the desk's day, the largest first. */
export async function lateAccounts(desk: Desk): Promise<LateAccount[]> {
  const rows = await desk.db.all(sql<{
    account_id: string;
    number: string;
    owner_id: string | null;
    currency: string;
    overdue: bigint;
    language: 'en' | 'es';
    contact: string | null;
  }>`
    select i.account_id, c.account as number, c.owner_id, i.currency, c.language,
           sum(i.open_minor)::bigint as overdue,
           (select min(t.name)
              from customers.contact t
             where t.customer_id = c.customer_id) as contact
      from ledger.open_items_on(${desk.clock.today()}::date) i
      join customers.account_card c on c.account_id = i.account_id
     where i.aged
       and i.due_on < ${desk.clock.today()}
     group by i.account_id, c.account, c.owner_id, c.customer_id, c.language, i.currency
    having sum(i.open_minor) > 5000
     order by overdue desc, c.account`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    number: row.number,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    currency: row.currency,
    overdue: row.overdue,
    language: row.language,
    contact: row.contact,
  }));
}

/** Late accounts of a collector from which no money came, so that a promise stays unkept. */
export async function silentAccounts(then: Desk, { silent }: Cast): Promise<LateAccount[]> {
  const late = await lateAccounts(then);
  return late.filter(({ number, ownerId }) => ownerId !== null && silent.has(number));
}
