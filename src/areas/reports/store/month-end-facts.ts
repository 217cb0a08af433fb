/** What people wrote down about a period: balances of the GL, explanations, ticks, signatures. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Period } from '#areas/ledger/rules/period.ts';
import type { Closed } from '#areas/ledger/rules/posting-day.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { GlBalance } from '../rules/month-end.ts';

/** Which figures a fact is about: those of a currency, or of the whole book in base currency. */
export type Measure = { readonly currency: string; readonly inBase: boolean };
export type Which = { readonly companyId: Id; readonly period: string };

type Written = { readonly by: string; readonly actor: string; readonly at: Instant };

/** The company's own calendar; empty when it closes by months. */
export async function calendarOf(db: Queries, companyId: Id): Promise<Period[]> {
  const rows = await db.all(sql<{ name: string; first_on: string; last_on: string }>`
    select p.name, p.first_on, p.last_on from ledger.period p where p.company_id = ${companyId}`);
  return rows.map(({ name, first_on: first, last_on: last }) => ({
    name,
    firstOn: day(first),
    lastOn: day(last),
  }));
}

export async function closedOf(db: Queries, companyId: Id): Promise<Closed> {
  const row = await db.maybe(sql<{ soft_through: string; hard_through: string | null }>`
    select c.soft_through, c.hard_through
      from ledger.closed_period c
     where c.company_id = ${companyId}`);
  const dayOr = (text: string | null | undefined): Day | null => (text ? day(text) : null);
  return { softThrough: dayOr(row?.soft_through), hardThrough: dayOr(row?.hard_through) };
}

/** When the period was last opened again; what was signed before counts no more. */
export async function reopenedAt(
  db: Queries,
  { companyId, period }: Which,
): Promise<Instant | null> {
  const { last } = await db.one(sql<{ last: string | null }>`
    select max(a.recorded_at) as last
      from ledger.period_act a
     where a.company_id = ${companyId}
       and a.period     = ${period}
       and a.act        = 'reopen'`);
  return last === null ? null : instant(last);
}

export type EnteredBalance = Measure & Written & GlBalance & { readonly note: string };

/** The balance that counts for each measure: the one entered last. */
export async function standingBalances(
  db: Queries,
  { companyId, period }: Which,
): Promise<EnteredBalance[]> {
  const rows = await db.all(sql<{
    currency: string;
    in_base: boolean;
    amount_minor: bigint;
    without_credits: boolean;
    with_revaluation: boolean;
    note: string;
    actor: string;
    name: string | null;
    recorded_at: string;
  }>`
    select distinct on (g.currency, g.in_base) g.currency, g.in_base, g.amount_minor,
           g.without_credits, g.with_revaluation, g.note, g.actor, p.name, g.recorded_at
      from reports.gl_balance g
      left join team.person p on 'member:' || p.member_id = g.actor
     where g.company_id = ${companyId}
       and g.period     = ${period}
     order by g.currency, g.in_base, g.recorded_at desc, g.gl_balance_id desc`);
  return rows.map((row) => ({
    currency: row.currency,
    inBase: row.in_base,
    amount: row.amount_minor,
    withoutCredits: row.without_credits,
    withRevaluation: row.with_revaluation,
    note: row.note,
    by: row.name ?? row.actor,
    actor: row.actor,
    at: instant(row.recorded_at),
  }));
}

export type NewBalance = Which & Measure & GlBalance & { readonly note: string };

export async function insertBalance(
  { tx, actor, at, newId }: Context,
  made: NewBalance,
): Promise<void> {
  await tx.run(sql`
    insert into reports.gl_balance (company_id, gl_balance_id, period, currency, in_base,
                                    amount_minor, without_credits, with_revaluation, note, actor,
                                    recorded_at)
    values (${made.companyId}, ${newId()}, ${made.period}, ${made.currency}, ${made.inBase},
            ${made.amount}, ${made.withoutCredits}, ${made.withRevaluation}, ${made.note},
            ${actor.ref}, ${at})`);
}

export type Explanation = Measure & {
  readonly explanationId: Id;
  readonly amount: bigint;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};

/** Explanations that stand, oldest first. */
export async function standingExplanations(
  db: Queries,
  { companyId, period }: Which,
): Promise<Explanation[]> {
  const rows = await db.all(sql<{
    explanation_id: string;
    currency: string;
    in_base: boolean;
    amount_minor: bigint;
    note: string;
    name: string;
    recorded_at: string;
  }>`
    select e.explanation_id, e.currency, e.in_base, e.amount_minor, e.note,
           coalesce(p.name, e.actor) as name, e.recorded_at
      from reports.explanation e
      left join team.person p on 'member:' || p.member_id = e.actor
     where e.company_id = ${companyId}
       and e.period     = ${period}
       and not exists (select
                         from reports.explanation_end x
                        where x.company_id     = e.company_id
                          and x.explanation_id = e.explanation_id)
     order by e.recorded_at, e.explanation_id`);
  return rows.map((row) => ({
    explanationId: id(row.explanation_id),
    currency: row.currency,
    inBase: row.in_base,
    amount: row.amount_minor,
    note: row.note,
    by: row.name,
    at: instant(row.recorded_at),
  }));
}

export type NewExplanation = Which &
  Measure & { readonly explanationId: Id; readonly amount: bigint; readonly note: string };

export async function insertExplanation(
  { tx, actor, at }: Context,
  made: NewExplanation,
): Promise<void> {
  await tx.run(sql`
    insert into reports.explanation (company_id, explanation_id, period, currency, in_base,
                                     amount_minor, note, actor, recorded_at)
    values (${made.companyId}, ${made.explanationId}, ${made.period}, ${made.currency},
            ${made.inBase}, ${made.amount}, ${made.note}, ${actor.ref}, ${at})`);
}

/** Takes an explanation back; false when it does not stand. */
export async function endExplanation(
  { tx, actor, at }: Context,
  { companyId, period }: Which,
  explanationId: Id,
): Promise<boolean> {
  const ended = await tx.run(sql`
    insert into reports.explanation_end (company_id, explanation_id, actor, recorded_at)
    select e.company_id, e.explanation_id, ${actor.ref}, ${at}
      from reports.explanation e
     where e.company_id     = ${companyId}
       and e.period         = ${period}
       and e.explanation_id = ${explanationId}
        on conflict do nothing`);
  return ended === 1;
}

export type Tick = {
  readonly step: string;
  readonly done: boolean;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};

/** The last word about each step. */
export async function standingTicks(db: Queries, { companyId, period }: Which): Promise<Tick[]> {
  const rows = await db.all(sql<{
    step: string;
    done: boolean;
    note: string;
    name: string;
    recorded_at: string;
  }>`
    select distinct on (t.step) t.step, t.done, t.note, coalesce(p.name, t.actor) as name,
           t.recorded_at
      from reports.checklist_tick t
      left join team.person p on 'member:' || p.member_id = t.actor
     where t.company_id = ${companyId}
       and t.period     = ${period}
     order by t.step, t.recorded_at desc, t.tick_id desc`);
  return rows.map(({ name, recorded_at: at, ...tick }) => ({ ...tick, by: name, at: instant(at) }));
}

export type NewTick = Which & {
  readonly step: string;
  readonly done: boolean;
  readonly note: string;
};

export async function insertTick({ tx, actor, at, newId }: Context, made: NewTick): Promise<void> {
  await tx.run(sql`
    insert into reports.checklist_tick (company_id, tick_id, period, step, done, note, actor,
                                        recorded_at)
    values (${made.companyId}, ${newId()}, ${made.period}, ${made.step}, ${made.done},
            ${made.note}, ${actor.ref}, ${at})`);
}

export type SignOff = {
  readonly knownAt: Instant;
  readonly figures: unknown;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};

/** The last signature under the period. */
export async function lastSignOff(
  db: Queries,
  { companyId, period }: Which,
): Promise<SignOff | undefined> {
  const row = await db.maybe(sql<{
    known_at: string;
    figures: unknown;
    note: string;
    name: string;
    recorded_at: string;
  }>`
    select s.known_at, s.figures, s.note, coalesce(p.name, s.actor) as name, s.recorded_at
      from reports.sign_off s
      left join team.person p on 'member:' || p.member_id = s.actor
     where s.company_id = ${companyId}
       and s.period     = ${period}
     order by s.recorded_at desc
     limit 1`);
  return (
    row && {
      knownAt: instant(row.known_at),
      figures: row.figures,
      note: row.note,
      by: row.name,
      at: instant(row.recorded_at),
    }
  );
}

export type NewSignOff = Which & {
  readonly lastOn: Day;
  readonly knownAt: Instant;
  readonly figures: unknown;
  readonly note: string;
};

export async function insertSignOff(
  { tx, actor, at, newId }: Context,
  made: NewSignOff,
): Promise<void> {
  await tx.run(sql`
    insert into reports.sign_off (company_id, sign_off_id, period, last_on, known_at, figures,
                                  note, actor, recorded_at)
    values (${made.companyId}, ${newId()}, ${made.period}, ${made.lastOn}, ${made.knownAt},
            ${JSON.stringify(made.figures)}, ${made.note}, ${actor.ref}, ${at})`);
}

/** Two people who work on one period take turns, so that nobody signs what another changes. */
export async function lockMonthEnd({ tx }: Context, { companyId, period }: Which): Promise<void> {
  const name = `reports.month_end ${companyId} ${period}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export type OwnStep = { readonly step: string; readonly en: string; readonly es: string };

/** The company's own checklist, in order; empty when the standard list holds. */
export async function ownSteps(db: Queries, companyId: Id): Promise<OwnStep[]> {
  return db.all(sql<OwnStep>`
    select step, en, es
      from reports.checklist_step
     where company_id = ${companyId}
     order by position`);
}

export async function replaceSteps(
  { tx }: Context,
  companyId: Id,
  steps: readonly OwnStep[],
): Promise<void> {
  await tx.run(sql`delete from reports.checklist_step where company_id = ${companyId}`);
  if (steps.length === 0) return;
  await tx.run(sql`
    insert into reports.checklist_step (company_id, position, step, en, es)
    select ${companyId}, position, step, en, es
      from unnest(${steps.map(({ step }) => step)}::text[], ${steps.map(({ en }) => en)}::text[],
                  ${steps.map(({ es }) => es)}::text[])
           with ordinality as s (step, en, es, position)`);
}
