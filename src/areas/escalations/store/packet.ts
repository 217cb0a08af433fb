/** Gathers the context packet of an account from what the other areas publish. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Packet } from '../rules/packet.ts';

/** So many contacts tell how it went; the timeline has the rest. */
const lastContacts = 6;

export type Account = {
  readonly companyId: Id;
  readonly status: string;
  readonly owner: string | null;
};

export async function accountOf(db: Queries, accountId: Id): Promise<Account | undefined> {
  const row = await db.maybe(sql<{ company_id: string; status: string; owner: string | null }>`
    select a.company_id, coalesce(a.status, 'open') as status, m.name as owner
      from customers.account_card a
      left join team.person m on m.member_id = a.owner_id
     where a.account_id = ${accountId}`);
  return row && { companyId: id(row.company_id), status: row.status, owner: row.owner };
}

export async function packetOf(
  db: Queries,
  accountId: Id,
  { status, owner }: Account,
  today: Day,
): Promise<Packet> {
  return {
    status,
    owner,
    owed: await owedOf(db, accountId, today),
    contacts: await contactsOf(db, accountId),
    promises: await promisesOf(db, accountId),
    disputes: await disputesOf(db, accountId),
  };
}

async function owedOf(db: Queries, accountId: Id, today: Day): Promise<Packet['owed']> {
  const rows = await db.all(sql<{
    currency: string;
    balance: bigint;
    overdue: bigint;
    oldest: string | null;
  }>`
    select i.currency, sum(i.open_minor)::bigint as balance,
           coalesce(sum(i.open_minor) filter (where i.aged and i.due_on < ${today}), 0)::bigint
             as overdue,
           min(i.due_on) filter (where i.aged and i.due_on < ${today}) as oldest
      from ledger.open_items_on(${today}::date) i
     where i.account_id = ${accountId}
     group by i.currency
     order by i.currency`);
  return rows.map((row) => ({
    currency: row.currency,
    balance: formatMoney(money(row.balance, row.currency)),
    overdue: formatMoney(money(row.overdue, row.currency)),
    oldestDueOn: row.oldest === null ? null : day(row.oldest),
  }));
}

async function contactsOf(db: Queries, accountId: Id): Promise<Packet['contacts']> {
  const rows = await db.all(sql<{ on: string; phrase: string; facts: Facts; text: string | null }>`
    select l.happened_on as on, l.phrase, l.facts, l.text
      from customers.timeline_line l
     where l.account_id = ${accountId}
     order by l.happened_on desc, l.recorded_at desc, l.activity_id desc
     limit ${lastContacts}`);
  return rows.map((row) => ({ ...row, on: day(row.on), text: row.text ?? '' }));
}

async function promisesOf(db: Queries, accountId: Id): Promise<Packet['promises']> {
  const rows = await db.all(sql<{
    amount_minor: bigint;
    currency: string;
    due_on: string;
    state: string;
  }>`
    select p.amount_minor, p.currency, p.due_on, p.state
      from promises.promise_card p
     where p.account_id = ${accountId}
       and p.state in ('open', 'partly', 'broken')
     order by p.due_on desc
     limit 10`);
  return rows.map((row) => ({
    amount: formatMoney(money(row.amount_minor, row.currency)),
    currency: row.currency,
    dueOn: day(row.due_on),
    state: row.state,
  }));
}

async function disputesOf(db: Queries, accountId: Id): Promise<Packet['disputes']> {
  const rows = await db.all(sql<{ document: string; reason: string; since: string }>`
    select n.number as document, d.reason, d.effective_on as since
      from disputes.open_dispute d
      join ledger.item_name n on n.account_id = d.account_id and n.item_id = d.item_id
     where d.account_id = ${accountId}
     order by d.effective_on
     limit 20`);
  return rows.map((row) => ({ ...row, since: day(row.since) }));
}
