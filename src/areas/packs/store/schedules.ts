/** Schedules: written anew by each change, read in their latest form. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Rhythm } from '../rules/rhythm.ts';
import type { Recipient, SchedulePlan, ScheduleState } from '../rules/schedule.ts';

export type Schedule = SchedulePlan & {
  readonly scheduleId: Id;
  readonly revision: number;
  readonly companyId: Id;
  readonly state: ScheduleState;
  readonly startsOn: Day;
  readonly changedAt: Instant;
};

type Row = {
  schedule_id: string;
  revision: number;
  company_id: string;
  kind: string;
  name: string;
  state: ScheduleState;
  owner_id: string;
  rhythm: Rhythm;
  recipients: Recipient[];
  settings: Record<string, string>;
  review_on: string;
  starts_on: string;
  recorded_at: string;
};

/** Everything that is not retired, by name; `all` has those as well. */
export async function schedulesOf(
  db: Queries,
  companies: CompanyScope,
  which: 'living' | 'all' = 'living',
): Promise<Schedule[]> {
  const rows = await db.all(
    select(sql`${inCompanies(sql`s.company_id`, companies)}
       and (${which === 'all'} or s.state <> 'retired')`),
  );
  return rows.map(schedule);
}

export async function scheduleById(db: Queries, scheduleId: Id): Promise<Schedule | undefined> {
  const row = await db.maybe(select(sql`s.schedule_id = ${scheduleId}`));
  return row && schedule(row);
}

/** Locks the schedule, so that two changes of it come one after the other. */
export async function lockSchedule(tx: Tx, scheduleId: Id): Promise<Schedule | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended('packs.schedule ' || ${scheduleId}, 0))`);
  return scheduleById(tx, scheduleId);
}

export async function insertSchedule(
  { tx, at, actor, reason }: Context,
  made: Omit<Schedule, 'changedAt'>,
): Promise<void> {
  await tx.run(sql`
    insert into packs.schedule (schedule_id, revision, company_id, kind, name, state, owner_id,
                                rhythm, recipients, settings, review_on, starts_on, actor, reason,
                                recorded_at)
    values (${made.scheduleId}, ${made.revision}, ${made.companyId}, ${made.kind}, ${made.name},
            ${made.state}, ${made.ownerId}, ${JSON.stringify(made.rhythm)}::jsonb,
            ${JSON.stringify(made.recipients)}::jsonb, ${JSON.stringify(made.settings)}::jsonb,
            ${made.reviewOn}, ${made.startsOn}, ${actor.ref}, ${reason}, ${at})`);
}

function select(condition: Sql): Sql<Row> {
  return sql<Row>`
    select s.schedule_id, s.revision, s.company_id, s.kind, s.name, s.state, s.owner_id, s.rhythm,
           s.recipients, s.settings, s.review_on, s.starts_on, s.recorded_at
      from packs.schedule_now s
     where ${condition}
     order by s.name, s.schedule_id`;
}

function schedule(row: Row): Schedule {
  return {
    scheduleId: id(row.schedule_id),
    revision: row.revision,
    companyId: id(row.company_id),
    kind: row.kind,
    name: row.name,
    state: row.state,
    ownerId: id(row.owner_id),
    rhythm: row.rhythm,
    recipients: row.recipients,
    settings: row.settings,
    reviewOn: day(row.review_on),
    startsOn: day(row.starts_on),
    changedAt: instant(row.recorded_at),
  };
}
