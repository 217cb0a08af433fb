/** Bank details that customers gave: sealed, masked, and used only once a second person agreed. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PayeeState } from '../rules/payee.ts';

export type PayeeDetails = {
  readonly accountId: Id;
  readonly payeeId: Id;
  readonly kind: 'ach' | 'iban';
  readonly holder: string;
  readonly bank: string;
  readonly accountType: 'checking' | 'savings';
  readonly numberEnd: string;
  readonly sealed: string;
  readonly mark: string;
  readonly source: string;
};

export type PayeeEventKind = 'asked' | 'called_back' | 'confirmed' | 'refused' | 'ended';

export async function insertPayee(
  { tx, at, today, actor, reason }: Context,
  payee: PayeeDetails,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.payee (account_id, payee_id, kind, holder, bank, account_type, number_end,
                               sealed, mark, source, entered_on, entered_by, recorded_at, actor,
                               reason)
    values (${payee.accountId}, ${payee.payeeId}, ${payee.kind}, ${payee.holder}, ${payee.bank},
            ${payee.accountType}, ${payee.numberEnd}, ${payee.sealed}, ${payee.mark},
            ${payee.source}, ${today}, ${actor.memberId}, ${at}, ${actor.ref}, ${reason})`);
}

export async function insertPayeeEvent(
  { tx, at, actor, reason, newId }: Context,
  { accountId, payeeId }: Pick<PayeeDetails, 'accountId' | 'payeeId'>,
  kind: PayeeEventKind,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  await tx.run(sql`
    insert into refunds.payee_event (account_id, payee_id, event_id, kind, member_id, facts,
                                     recorded_at, actor, reason)
    values (${accountId}, ${payeeId}, ${newId()}, ${kind}, ${actor.memberId},
            ${JSON.stringify(facts)}, ${at}, ${actor.ref}, ${reason})`);
}

export type Payee = PayeeDetails & {
  readonly enteredOn: Day;
  readonly enteredBy: Id | null;
  /** A person's name, or the program that took them in. */
  readonly enteredByName: string;
  readonly state: PayeeState;
  /** Who agreed to them as the second person; null before that. */
  readonly confirmedBy: string | null;
  /** Who called back, whom they spoke to, on which number; null while nobody has. */
  readonly calledBack: Readonly<Record<string, string>> | null;
};

type Row = {
  account_id: string;
  payee_id: string;
  kind: 'ach' | 'iban';
  holder: string;
  bank: string;
  account_type: 'checking' | 'savings';
  number_end: string;
  sealed: string;
  mark: string;
  source: string;
  entered_on: string;
  entered_by: string | null;
  entered_by_name: string;
  state: PayeeState | null;
  confirmed_by: string | null;
  called_back: Readonly<Record<string, string>> | null;
};

/** The bank details of an account, the newest first. */
export async function payeesOf(db: Queries, accountIds: readonly Id[]): Promise<Payee[]> {
  const rows = await db.all(sql<Row>`
    select p.account_id, p.payee_id, p.kind, p.holder, p.bank, p.account_type, p.number_end,
           p.sealed, p.mark, p.source, p.entered_on, p.entered_by,
           coalesce(b.name, p.actor) as entered_by_name,
           (select e.kind
              from refunds.payee_event e
             where e.account_id = p.account_id
               and e.payee_id   = p.payee_id
               and e.kind      <> 'called_back'
             order by e.recorded_at desc, e.event_id desc
             limit 1) as state,
           (select m.name
              from refunds.payee_event e
              join team.person m on m.member_id::text = e.facts ->> 'memberId'
             where e.account_id = p.account_id
               and e.payee_id   = p.payee_id
               and e.kind       = 'confirmed'
             limit 1) as confirmed_by,
           (select e.facts || jsonb_build_object('by', coalesce(m.name, e.actor),
                                                 'on', e.recorded_at::date::text)
              from refunds.payee_event e
              left join team.person m on m.member_id = e.member_id
             where e.account_id = p.account_id
               and e.payee_id   = p.payee_id
               and e.kind       = 'called_back'
             order by e.recorded_at desc
             limit 1) as called_back
      from refunds.payee p
      left join team.person b on b.member_id = p.entered_by
     where p.account_id = any(${accountIds}::uuid[])
     order by p.recorded_at desc, p.payee_id desc`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    payeeId: id(row.payee_id),
    kind: row.kind,
    holder: row.holder,
    bank: row.bank,
    accountType: row.account_type,
    numberEnd: row.number_end,
    sealed: row.sealed,
    mark: row.mark,
    source: row.source,
    enteredOn: day(row.entered_on),
    enteredBy: row.entered_by === null ? null : id(row.entered_by),
    enteredByName: row.entered_by_name,
    state: row.state ?? 'asked',
    confirmedBy: row.confirmed_by,
    calledBack: row.called_back,
  }));
}

/** Details that wait for a second person and of which nobody is asked any longer. */
export async function abandonedPayees(
  db: Queries,
  accountId: Id,
  today: Day,
): Promise<Pick<PayeeDetails, 'accountId' | 'payeeId'>[]> {
  const rows = await db.all(sql<{ payee_id: string }>`
    select p.payee_id
      from refunds.payee p
     where p.account_id = ${accountId}
       and not exists (select
                         from refunds.payee_event e
                        where e.account_id = p.account_id
                          and e.payee_id   = p.payee_id
                          and e.kind in ('confirmed', 'refused', 'ended'))
       and not exists (select
                         from approvals.open_request r
                        where r.kind        = 'bank_details'
                          and r.subject_key = p.payee_id::text
                          and r.expires_on >= ${today})
     order by p.payee_id`);
  return rows.map((row) => ({ accountId, payeeId: id(row.payee_id) }));
}

/** The numbers of other customers' accounts that gave the same bank account. */
export async function othersWithMark(db: Queries, mark: string, accountId: Id): Promise<string[]> {
  const rows = await db.all(sql<{ account: string }>`
    select distinct a.account
      from refunds.payee p
      join customers.account_card a on a.account_id = p.account_id
      join customers.account_card o on o.account_id = ${accountId}
     where p.mark        = ${mark}
       and a.customer_id <> o.customer_id
     order by a.account`);
  return rows.map(({ account }) => account);
}
