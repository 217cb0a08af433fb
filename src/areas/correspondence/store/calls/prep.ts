/** What one looks at before a call: what is owed, promised and contested, and the last words. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type CallAccount = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly account: string;
  readonly name: string;
  readonly kind: string;
  readonly company: string;
  readonly companyName: string;
  readonly language: Language;
  readonly zone: string;
};

/** The account as one calls it; undefined for a house account and for none. */
export async function callAccount(db: Queries, accountId: Id): Promise<CallAccount | undefined> {
  const row = await db.maybe(sql<{
    customer_id: string;
    account: string;
    name: string;
    kind: string;
    company: string;
    company_name: string;
    language: Language;
    zone: string;
  }>`
    select a.customer_id, a.account, a.name, a.kind, a.company, a.company_name, a.language, co.zone
      from customers.account_card a
      join team.company co on co.company_id = a.company_id
     where a.account_id = ${accountId}
       and a.kind <> 'house'`);
  if (!row) return undefined;
  const { customer_id, company_name, ...rest } = row;
  return { ...rest, accountId, customerId: id(customer_id), companyName: company_name };
}

/** Trade, student, consumer …: whether a person or a business owes. */
export async function accountKind(db: Queries, accountId: Id): Promise<string> {
  return (await callAccount(db, accountId))?.kind ?? '';
}

/** The zone in which the account's company works. */
export async function accountZone(db: Queries, accountId: Id): Promise<string> {
  return (await callAccount(db, accountId))?.zone ?? 'UTC';
}

export type CallItem = {
  readonly itemId: Id;
  readonly number: string;
  readonly dueOn: Day;
  readonly open: Money;
  readonly disputed: Money;
  readonly late: number;
};

/** All that is owed, the oldest first, with what of it is contested: the goal sums it whole. */
export async function callItems(db: Queries, accountId: Id, today: Day): Promise<CallItem[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    due_on: string;
    currency: string;
    open_minor: bigint;
    disputed_minor: bigint;
    late: number;
  }>`
    select i.item_id, n.number, i.due_on, i.currency, i.open_minor,
           disputes.contested(d.item_id, d.amount_minor, i.open_minor) as disputed_minor,
           ${today}::date - i.due_on as late
      from ledger.open_items_on(${today}::date) i
      join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
      left join disputes.open_amount d on d.account_id = i.account_id and d.item_id = i.item_id
     where i.account_id = ${accountId}
       and i.aged
       and i.open_minor > 0
     order by i.due_on, i.open_minor desc, i.item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    number: row.number,
    dueOn: day(row.due_on),
    open: money(row.open_minor, row.currency),
    disputed: money(row.disputed_minor, row.currency),
    late: row.late,
  }));
}

/** Money on account that nobody used yet, by currency. */
export async function callCredits(db: Queries, accountId: Id): Promise<Money[]> {
  const rows = await db.all(sql<{ currency: string; amount_minor: bigint }>`
    select i.currency, sum(i.open_minor)::bigint as amount_minor
      from ledger.open_item i
     where i.account_id = ${accountId}
       and i.side       = -1
     group by i.currency`);
  return rows.map((row) => money(row.amount_minor, row.currency));
}

export type CallPromise = {
  readonly promiseId: Id;
  readonly amount: Money;
  readonly received: Money;
  readonly dueOn: Day;
  readonly madeOn: Day;
  readonly level: number;
  readonly state: string;
};

/** Open promises, and the last one that was broken. */
export async function callPromises(db: Queries, accountId: Id): Promise<CallPromise[]> {
  const rows = await db.all(sql<{
    promise_id: string;
    currency: string;
    amount_minor: bigint;
    received_minor: bigint;
    due_on: string;
    made_on: string;
    level: number;
    state: string;
  }>`
    select p.promise_id, p.currency, p.amount_minor, p.received_minor, p.due_on, p.made_on,
           p.level, p.state
      from promises.promise_card p
     where p.account_id = ${accountId}
       and p.state in ('open', 'broken', 'partly')
     order by p.state <> 'open', p.due_on desc
     limit 20`);
  return rows.map((row) => ({
    promiseId: id(row.promise_id),
    amount: money(row.amount_minor, row.currency),
    received: money(row.received_minor, row.currency),
    dueOn: day(row.due_on),
    madeOn: day(row.made_on),
    level: row.level,
    state: row.state,
  }));
}

/** The step of a strategy that asks for this call; null when none does. */
export async function callStep(db: Queries, accountId: Id): Promise<string | null> {
  const row = await db.maybe(sql<{ strategy: string; step: string }>`
    select c.strategy, c.step
      from strategies.call_card c
     where c.account_id = ${accountId}
     order by c.on_day
     limit 1`);
  return row ? `${row.strategy}/${row.step}` : null;
}

export type LastSaid = { readonly on: Day; readonly by: string; readonly text: string };

/** The last words that somebody wrote down. */
export async function lastSaid(db: Queries, accountId: Id): Promise<LastSaid | null> {
  const row = await db.maybe(sql<{ happened_on: string; actor: string; text: string }>`
    select l.happened_on, coalesce(p.name, l.actor) as actor, l.text
      from customers.timeline_line l
      left join team.person p on 'member:' || p.member_id = l.actor
     where l.account_id = ${accountId}
       and l.text is not null
       and l.kind in ('note', 'call', 'promise', 'dispute', 'work')
     order by l.happened_on desc, l.recorded_at desc
     limit 1`);
  return row ? { on: day(row.happened_on), by: row.actor, text: row.text } : null;
}

export type LastLetter = {
  readonly messageId: Id;
  readonly channel: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly state: string;
  readonly at: string;
};

/** What we wrote last, as it went out. */
export async function lastLetters(db: Queries, accountId: Id): Promise<LastLetter[]> {
  const rows = await db.all(sql<{
    message_id: string;
    channel: string;
    to_address: string;
    subject: string;
    body: string;
    state: string;
    since: string;
  }>`
    select m.message_id, m.channel, m.to_address, m.subject, m.body, m.state, m.since
      from correspondence.message_card m
     where m.account_id = ${accountId}
       and m.state not in ('draft', 'cancelled')
     order by m.recorded_at desc, m.message_id desc
     limit 5`);
  return rows.map(({ message_id, to_address, body, since, ...row }) => ({
    ...row,
    messageId: id(message_id),
    to: to_address,
    text: body,
    at: since,
  }));
}
