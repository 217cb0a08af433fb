/** Signed days with every row that was signed, and payments held over the end of their day. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Leg } from '../../rules/closing/day.ts';
import type { CompanyDay } from './day.ts';

/** Two signatures of one day wait for each other. */
export async function lockDay(tx: Tx, { companyId, day: on }: CompanyDay): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.day ${companyId} ${on}`}, 0))`);
}

export type SignedRow = { readonly kind: 'receipt' | 'bank_line' | 'entry'; readonly id: Id };

export type Signature = {
  readonly signature: number;
  readonly by: string;
  readonly at: Instant;
  readonly note: string;
  readonly figures: readonly SignedFigures[];
};

/** Amounts in minor units, as text: what was signed, to the cent. */
export type SignedFigures = {
  readonly currency: string;
  readonly received: string;
  readonly deposited: string;
  readonly posted: string;
  readonly journal: string;
  readonly heldOver: string;
};

export async function insertSignature(
  { tx, at, actor }: Context,
  { companyId, day: on }: CompanyDay,
  made: Pick<Signature, 'signature' | 'note' | 'figures'> & { readonly rows: readonly SignedRow[] },
): Promise<void> {
  await tx.run(sql`
    insert into cash.day_close (company_id, closed_on, signature, figures, note, recorded_at, actor)
    values (${companyId}, ${on}, ${made.signature}, ${JSON.stringify(made.figures)}, ${made.note},
            ${at}, ${actor.ref})`);
  await tx.copyIn(
    'cash.day_close_row (company_id, closed_on, signature, kind, row_id)',
    made.rows.map((row) => [companyId, on, made.signature, row.kind, row.id]),
  );
}

/** The signatures under a day, the first one first. */
export async function signaturesOf(
  db: Queries,
  { companyId, day: on }: CompanyDay,
): Promise<Signature[]> {
  const rows = await db.all(sql<{
    signature: number;
    figures: SignedFigures[];
    note: string;
    recorded_at: string;
    by: string;
  }>`
    select d.signature, d.figures, d.note, d.recorded_at, coalesce(p.name, d.actor) as by
      from cash.day_close d
      left join team.person p on d.actor = 'member:' || p.member_id
     where d.company_id = ${companyId}
       and d.closed_on  = ${on}
     order by d.signature`);
  return rows.map(({ recorded_at: at, ...row }) => ({ ...row, at: instant(at) }));
}

/** Every row that any signature of the day took in. */
export async function signedRows(
  db: Queries,
  { companyId, day: on }: CompanyDay,
): Promise<Set<string>> {
  const rows = await db.all(sql<{ kind: string; row_id: string }>`
    select kind, row_id
      from cash.day_close_row
     where company_id = ${companyId}
       and closed_on  = ${on}`);
  return new Set(rows.map((row) => `${row.kind} ${row.row_id}`));
}

export const waitingFor = ['bank', 'courier', 'customer', 'colleague'] as const;

export type HeldOver = {
  readonly heldId: Id;
  readonly receiptId: Id;
  readonly leg: Leg;
  readonly waitsFor: (typeof waitingFor)[number];
  readonly dueOn: Day;
  readonly reason: string;
  readonly by: string;
};

export async function insertHeldOver(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  held: Omit<HeldOver, 'by' | 'reason'>,
): Promise<void> {
  await tx.run(sql`
    insert into cash.held_over (held_id, company_id, receipt_id, leg, waits_for, due_on,
                                recorded_at, actor, reason)
    values (${held.heldId}, ${companyId}, ${held.receiptId}, ${held.leg}, ${held.waitsFor},
            ${held.dueOn}, ${at}, ${actor.ref}, ${reason})`);
}

/** False when it was ended before, or is not of this company. */
export async function endHeldOver(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  heldId: Id,
): Promise<boolean> {
  const ended = await tx.run(sql`
    insert into cash.held_over_end (held_id, recorded_at, actor, said)
    select held_id, ${at}, ${actor.ref}, ${reason}
      from cash.held_over
     where held_id    = ${heldId}
       and company_id = ${companyId}
        on conflict do nothing`);
  return ended === 1;
}

export type OpenHeldOver = HeldOver & {
  readonly receivedOn: Day;
  readonly who: string;
  readonly amountMinor: bigint;
  readonly currency: string;
};

/** What is held over and not ended; what falls due first on top. */
export async function openHeldOver(db: Queries, companyId: Id): Promise<OpenHeldOver[]> {
  const rows = await db.all(sql<{
    held_id: string;
    receipt_id: string;
    leg: Leg;
    waits_for: HeldOver['waitsFor'];
    due_on: string;
    reason: string;
    by: string;
    received_on: string;
    who: string;
    amount_minor: bigint;
    currency: string;
  }>`
    select h.held_id, h.receipt_id, h.leg, h.waits_for, h.due_on, h.reason,
           coalesce(p.name, h.actor) as by, r.received_on, r.amount_minor, r.currency,
           coalesce(nullif(r.payer_name, ''), nullif(r.check_number, ''), r.reference) as who
      from cash.held_over h
      join cash.receipt r on r.receipt_id = h.receipt_id
      left join team.person p on h.actor = 'member:' || p.member_id
     where h.company_id = ${companyId}
       and not exists (select from cash.held_over_end e where e.held_id = h.held_id)
     order by h.due_on, h.held_id`);
  return rows.map((row) => ({
    heldId: id(row.held_id),
    receiptId: id(row.receipt_id),
    leg: row.leg,
    waitsFor: row.waits_for,
    dueOn: day(row.due_on),
    reason: row.reason,
    by: row.by,
    receivedOn: day(row.received_on),
    who: row.who,
    amountMinor: row.amount_minor,
    currency: row.currency,
  }));
}

/** The company of a receipt that stands; undefined when there is none. */
export async function standingReceiptCompany(
  db: Queries,
  receiptId: Id,
): Promise<{ companyId: Id; amountMinor: bigint; currency: string } | undefined> {
  const row = await db.maybe(sql<{ company_id: string; amount_minor: bigint; currency: string }>`
    select r.company_id, r.amount_minor, r.currency
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     where r.receipt_id = ${receiptId}
       and n.state not in ('withdrawn', 'reversed')`);
  return (
    row && { companyId: id(row.company_id), amountMinor: row.amount_minor, currency: row.currency }
  );
}

/** Days with cash, the latest first, and whether they are signed. */
export async function cashDays(
  db: Queries,
  companyId: Id,
  { upTo, limit }: { readonly upTo: Day; readonly limit: number },
): Promise<{ day: Day; signatures: number }[]> {
  const rows = await db.all(sql<{ day: string; signatures: number }>`
    select d.day, coalesce(s.signatures, 0)::integer as signatures
      from (select distinct r.received_on as day
              from cash.receipt r
             where r.company_id = ${companyId}
               and r.received_on <= ${upTo}
             union
            select closed_on from cash.day_close where company_id = ${companyId}) d
      left join cash.signed_day s on s.company_id = ${companyId} and s.closed_on = d.day
     order by d.day desc
     limit ${limit}`);
  return rows.map((row) => ({ day: day(row.day), signatures: row.signatures }));
}
