/**
 * The timeline of an account: immutable lines of what people and jobs did, between the
 * postings that the ledger publishes. Newest business day first.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Currency, currency, formatMoney, money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type Activity, type ActivityKind, postingPhrase } from '../rules/activity.ts';

/** Writes lines on timelines; a line that is a touch becomes its account's last touch. */
export async function recordActivities(
  context: Context,
  activities: readonly Activity[],
): Promise<Id[]> {
  const rows = activities.map((activity) => ({ ...activity, activityId: context.newId() }));
  await context.tx.copyIn(
    `customers.activity (account_id, activity_id, kind, happened_on, recorded_at, actor, on_behalf,
      phrase, facts, text)`,
    rows.map((row) => [
      row.accountId,
      row.activityId,
      row.kind,
      row.on ?? context.today,
      context.at,
      context.actor.ref,
      context.onBehalf,
      row.phrase,
      JSON.stringify(row.facts ?? {}),
      row.text,
    ]),
  );
  await touch(
    context.tx,
    rows.filter((row) => row.touch).map((row) => ({ ...row, on: row.on ?? context.today })),
  );
  return rows.map((row) => row.activityId);
}

/** One line; the same as `recordActivities`. */
export async function recordActivity(context: Context, activity: Activity): Promise<Id> {
  const [activityId] = await recordActivities(context, [activity]);
  if (activityId === undefined) throw new Error('a line was written without an id');
  return activityId;
}

/** Shows a line no more; it is kept, with who withdrew it and why. */
export async function withdrawActivity(
  { tx, at, actor, reason }: Context,
  { accountId, activityId }: { readonly accountId: Id; readonly activityId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into customers.activity_withdrawn (account_id, activity_id, reason, recorded_at, actor)
    values (${accountId}, ${activityId}, ${reason}, ${at}, ${actor.ref})
        on conflict do nothing`);
}

type Touch = { readonly accountId: Id; readonly kind: ActivityKind; readonly on: Day };

async function touch(tx: Tx, touches: readonly Touch[]): Promise<void> {
  if (touches.length === 0) return;
  await tx.run(sql`
    update customers.account_now n
       set last_touch_on = t.happened_on, last_touch = 'touch.' || t.kind
      from unnest(${touches.map((each) => each.accountId)}::uuid[],
                  ${touches.map((each) => each.kind)}::text[],
                  ${touches.map((each) => each.on)}::date[]) as t (account_id, kind, happened_on)
     where n.account_id = t.account_id
       and coalesce(n.last_touch_on, '-infinity') <= t.happened_on`);
}

export type TimelineLine = {
  readonly activityId: Id;
  readonly kind: string;
  readonly at: Instant;
  readonly on: Day;
  readonly actor: string;
  /** The owner whom the actor covered. */
  readonly onBehalf: string | null;
  readonly phrase: string;
  readonly facts: Facts;
  readonly text: string | null;
};

/** Where a page starts: after this line. */
export type TimelineAfter = { readonly on: Day; readonly at: Instant; readonly activityId: Id };

type LineRow = {
  line_id: string;
  kind: string;
  happened_on: string;
  recorded_at: string;
  actor: string;
  on_behalf: string | null;
  phrase: string;
  facts: Facts;
  text: string | null;
  currency: string | null;
  amount_minor: bigint | null;
  number: string | null;
};

/** One page of the timeline, of one kind or of all. */
export async function timelineLines(
  db: Queries,
  accountId: Id,
  kind: string | undefined,
  { after, limit }: { after: TimelineAfter | undefined; limit: number },
): Promise<TimelineLine[]> {
  const rows = await db.all(sql<LineRow>`
    select l.line_id, l.kind, l.happened_on, l.recorded_at, coalesce(p.name, l.actor) as actor,
           b.name as on_behalf, l.phrase, l.facts, l.text, l.currency, l.amount_minor, l.number
      from (${lines(accountId, kind)}) l
      left join team.person p on l.actor = 'member:' || p.member_id
      left join team.person b on b.member_id = l.on_behalf
     where ${
       after === undefined
         ? sql`true`
         : sql`(l.happened_on, l.recorded_at, l.line_id)
                 < (${after.on}::date, ${after.at}::timestamptz, ${after.activityId}::uuid)`
     }
     order by l.happened_on desc, l.recorded_at desc, l.line_id desc
     limit ${limit}`);
  return rows.map(line);
}

/** How many lines there are in all. */
export async function countLines(
  db: Queries,
  accountId: Id,
  kind: string | undefined,
): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) from (${lines(accountId, kind)}) l`);
  return Number(count);
}

function lines(accountId: Id, kind: string | undefined): Sql {
  const activities = sql`
    select a.activity_id as line_id, a.kind, a.happened_on, a.recorded_at, a.actor,
           a.on_behalf, a.phrase, a.facts, a.text, null as currency,
           null::bigint as amount_minor, null as number
      from customers.activity a
     where a.account_id = ${accountId}
       and ${kind === undefined ? sql`true` : sql`a.kind = ${kind}`}
       and not exists (select
                         from customers.activity_withdrawn w
                        where w.account_id  = a.account_id
                          and w.activity_id = a.activity_id)`;
  const postings = sql`
    select e.entry_id, 'posting', e.effective_on, e.recorded_at, e.actor, null::uuid, e.kind,
           '{}'::jsonb, null, e.currency, e.amount_minor, e.number
      from ledger.entry_card e
     where e.account_id = ${accountId}`;
  if (kind === undefined) return sql`${activities} union all ${postings}`;
  return kind === 'posting' ? sql`${postings}` : activities;
}

function line(row: LineRow): TimelineLine {
  const posting = row.kind === 'posting';
  return {
    activityId: id(row.line_id),
    kind: row.kind,
    at: instant(row.recorded_at),
    on: day(row.happened_on),
    actor: row.actor,
    onBehalf: row.on_behalf,
    phrase: posting ? postingPhrase(row.phrase) : row.phrase,
    facts: posting ? postingFacts(row) : row.facts,
    text: row.text,
  };
}

function postingFacts({ currency: code, amount_minor, number, phrase }: LineRow): Facts {
  const shown: Currency | undefined = code === null ? undefined : currency(code);
  const amount =
    shown === undefined || amount_minor === null ? '' : formatMoney(money(amount_minor, shown));
  return { amount, currency: shown ?? '', document: number ?? '', kind: phrase };
}
