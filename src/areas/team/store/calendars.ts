/** The calendars of the companies: what each keeps, and the days it is closed by its own word. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { BusinessCalendar } from '../rules/calendar.ts';

export type Closing = { readonly on: Day; readonly name: string };

/** The calendar by which the company's business days are counted. */
export async function calendarOf(db: Queries, companyId: Id): Promise<BusinessCalendar> {
  const base = await calendarBase(db, companyId);
  const closedOn = (await closingsOf(db, companyId)).map(({ on }) => on);
  return { base, closedOn: new Set(closedOn) };
}

export async function calendarBase(db: Queries, companyId: Id): Promise<BusinessCalendar['base']> {
  const row = await db.maybe(sql<{ base: BusinessCalendar['base'] }>`
    select base
      from team.calendar_card
     where company_id = ${companyId}`);
  return row?.base ?? 'federal-bank';
}

/** Every closing of the company, the first one first. */
export async function closingsOf(db: Queries, companyId: Id): Promise<Closing[]> {
  const rows = await db.all(sql<{ closed_on: string; name: string }>`
    select closed_on, name
      from team.closing_card
     where company_id = ${companyId}
     order by closed_on`);
  return rows.map((row) => ({ on: day(row.closed_on), name: row.name }));
}

/** One change of a company's calendar at a time. */
export async function lockCalendar(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`team.calendar ${companyId}`}, 0))`);
}

export async function insertCalendarChoice(
  { tx, newId, actor, reason, at }: Context,
  companyId: Id,
  base: BusinessCalendar['base'],
): Promise<void> {
  await tx.run(sql`
    insert into team.calendar_choice (company_id, choice_id, base, actor, reason, recorded_at)
    values (${companyId}, ${newId()}, ${base}, ${actor.ref}, ${reason}, ${at})`);
}

export async function insertClosingAct(
  { tx, newId, actor, reason, at }: Context,
  companyId: Id,
  { on, name, closed }: Closing & { readonly closed: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into team.closing_act (company_id, closed_on, act_id, closed, name, actor, reason,
                                  recorded_at)
    values (${companyId}, ${on}, ${newId()}, ${closed}, ${name}, ${actor.ref}, ${reason}, ${at})`);
}
