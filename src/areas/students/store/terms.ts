/** Terms of students with what was charged and what aid came, as facts; a later term row counts. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Break } from '../rules/earned-percentage.ts';
import type { Programme } from '../rules/return-of-aid.ts';
import type { ChargeKind } from '../rules/title-iv.ts';

export type Term = {
  readonly accountId: Id;
  readonly term: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly classesFrom: Day;
  readonly breaks: readonly Break[];
  /** Whom a PLUS balance goes to; empty where nobody said. */
  readonly parentName: string;
};

export async function insertTerm(
  { tx, at, actor, reason, newId }: Context,
  term: Term,
): Promise<void> {
  await tx.run(sql`
    insert into students.enrolment (account_id, term, enrolment_id, starts_on, ends_on,
                                    classes_from, breaks, parent_name, recorded_at, actor, reason)
    values (${term.accountId}, ${term.term}, ${newId()}, ${term.startsOn}, ${term.endsOn},
            ${term.classesFrom}, ${JSON.stringify(term.breaks)}, ${term.parentName}, ${at},
            ${actor.ref}, ${reason})`);
}

/** The terms of an account, the latest first, each as it was last said. */
export async function termsOf(db: Queries, accountId: Id): Promise<Term[]> {
  const rows = await db.all(sql<{
    term: string;
    starts_on: string;
    ends_on: string;
    classes_from: string;
    breaks: { start: string; end: string }[];
    parent_name: string;
  }>`
    select distinct on (e.term) e.term, e.starts_on, e.ends_on, e.classes_from, e.breaks,
           e.parent_name
      from students.enrolment e
     where e.account_id = ${accountId}
     order by e.term, e.recorded_at desc`);
  return rows
    .map((row) => ({
      accountId,
      term: row.term,
      startsOn: day(row.starts_on),
      endsOn: day(row.ends_on),
      classesFrom: day(row.classes_from),
      breaks: row.breaks.map(({ start, end }) => ({ start: day(start), end: day(end) })),
      parentName: row.parent_name,
    }))
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
}

export type Charge = {
  readonly chargeId: Id;
  readonly accountId: Id;
  readonly term: string;
  readonly kind: ChargeKind;
  readonly authorised: boolean;
  readonly amount: Money;
  readonly on: Day;
  readonly itemId: Id | null;
  readonly externalId: string | null;
};

/** False when the account has this charge of the other system already. */
export async function insertCharge(
  { tx, at, actor, reason }: Context,
  charge: Charge,
): Promise<boolean> {
  const rows = await tx.all(sql<{ charge_id: string }>`
    insert into students.charge (account_id, charge_id, term, kind, authorised, currency,
                                 amount_minor, charged_on, item_id, external_id, recorded_at,
                                 actor, reason)
    values (${charge.accountId}, ${charge.chargeId}, ${charge.term}, ${charge.kind},
            ${charge.authorised}, ${charge.amount.currency}, ${charge.amount.minor.toString()},
            ${charge.on}, ${charge.itemId}, ${charge.externalId}, ${at}, ${actor.ref}, ${reason})
        on conflict (account_id, external_id) do nothing
    returning charge_id`);
  return rows.length > 0;
}

export type AidRow = {
  readonly disbursementId: Id;
  readonly accountId: Id;
  readonly term: string;
  readonly programme: Programme | 'other';
  readonly state: 'disbursed' | 'could';
  readonly amount: Money;
  readonly on: Day;
  readonly itemId: Id | null;
  readonly externalId: string | null;
};

/** False when the account has this disbursement of the other system already. */
export async function insertAid({ tx, at, actor, reason }: Context, aid: AidRow): Promise<boolean> {
  const rows = await tx.all(sql<{ disbursement_id: string }>`
    insert into students.disbursement (account_id, disbursement_id, term, programme, state,
                                       currency, amount_minor, disbursed_on, item_id, external_id,
                                       recorded_at, actor, reason)
    values (${aid.accountId}, ${aid.disbursementId}, ${aid.term}, ${aid.programme}, ${aid.state},
            ${aid.amount.currency}, ${aid.amount.minor.toString()}, ${aid.on}, ${aid.itemId},
            ${aid.externalId}, ${at}, ${actor.ref}, ${reason})
        on conflict (account_id, external_id) do nothing
    returning disbursement_id`);
  return rows.length > 0;
}

/** What was charged of a term, or of all, in its order. */
export async function chargesOf(db: Queries, accountId: Id, term?: string): Promise<Charge[]> {
  const rows = await db.all(sql<{
    charge_id: string;
    term: string;
    kind: ChargeKind;
    authorised: boolean;
    currency: string;
    amount_minor: bigint;
    charged_on: string;
    item_id: string | null;
    external_id: string | null;
  }>`
    select charge_id, term, kind, authorised, currency, amount_minor, charged_on, item_id,
           external_id
      from students.charge
     where account_id = ${accountId}
       and (${term ?? null}::text is null or term = ${term ?? null})
     order by charged_on, charge_id`);
  return rows.map((row) => ({
    chargeId: id(row.charge_id),
    accountId,
    term: row.term,
    kind: row.kind,
    authorised: row.authorised,
    amount: money(row.amount_minor, row.currency),
    on: day(row.charged_on),
    itemId: row.item_id === null ? null : id(row.item_id),
    externalId: row.external_id,
  }));
}

/** The aid of a term, or of all, in its order. */
export async function aidOf(db: Queries, accountId: Id, term?: string): Promise<AidRow[]> {
  const rows = await db.all(sql<{
    disbursement_id: string;
    term: string;
    programme: Programme | 'other';
    state: 'disbursed' | 'could';
    currency: string;
    amount_minor: bigint;
    disbursed_on: string;
    item_id: string | null;
    external_id: string | null;
  }>`
    select disbursement_id, term, programme, state, currency, amount_minor, disbursed_on, item_id,
           external_id
      from students.disbursement
     where account_id = ${accountId}
       and (${term ?? null}::text is null or term = ${term ?? null})
     order by disbursed_on, disbursement_id`);
  return rows.map((row) => ({
    disbursementId: id(row.disbursement_id),
    accountId,
    term: row.term,
    programme: row.programme,
    state: row.state,
    amount: money(row.amount_minor, row.currency),
    on: day(row.disbursed_on),
    itemId: row.item_id === null ? null : id(row.item_id),
    externalId: row.external_id,
  }));
}

export type OpenDebt = { readonly itemId: Id; readonly open: Money };

/** What is still open of these items, the oldest first, to lay aid on. */
export async function openOf(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<OpenDebt[]> {
  const rows = await db.all(sql<{ item_id: string; open_minor: bigint; currency: string }>`
    select o.item_id, o.open_minor, o.currency
      from ledger.open_item o
     where o.account_id = ${accountId}
       and o.item_id    = any(${itemIds}::uuid[])
       and o.side       = 1
     order by o.due_on, o.item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    open: money(row.open_minor, row.currency),
  }));
}

/** An item of the account by its number. */
export async function itemNumbered(
  db: Queries,
  accountId: Id,
  number: string,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ item_id: string }>`
    select item_id
      from ledger.item_card
     where account_id = ${accountId}
       and number     = ${number}
     order by item_id
     limit 1`);
  return row && id(row.item_id);
}
