/** Calls as they were begun, and what came of each; a call without an end broke off. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { CallOutcome, CallResult, Direction } from '../../rules/calls/outcome.ts';

export type NewCall = {
  readonly accountId: Id;
  readonly callId: Id;
  readonly direction: Direction;
  readonly contactId: Id | null;
  readonly person: string;
  readonly number: string;
  readonly language: Language;
  readonly permitId: Id | null;
  readonly overrideReason: string | null;
  readonly stepKey: string | null;
  readonly startedAt: Instant;
  readonly memberId: Id;
};

export async function insertCall(context: Context, made: NewCall): Promise<void> {
  const { tx, at, today, actor, onBehalf } = context;
  await tx.run(sql`
    insert into correspondence.call (account_id, call_id, direction, contact_id, person, number,
                                     language, permit_id, override_reason, step_key, started_at,
                                     called_on, member_id, on_behalf, recorded_at, actor)
    values (${made.accountId}, ${made.callId}, ${made.direction}, ${made.contactId},
            ${made.person}, ${made.number}, ${made.language}, ${made.permitId},
            ${made.overrideReason}, ${made.stepKey}, ${made.startedAt}, ${today},
            ${made.memberId}, ${onBehalf}, ${at}, ${actor.ref})`);
}

export type CameOf = {
  readonly outcome: CallOutcome;
  readonly objectId: Id | null;
  readonly facts: Facts;
};

export type EndOfCall = {
  readonly accountId: Id;
  readonly callId: Id;
  readonly result: CallResult;
  readonly seconds: number;
  readonly measuredBy: 'dialer' | 'screen';
  readonly note: string;
  readonly breaches: readonly string[];
  readonly nextKind: 'none' | 'follow_up' | 'callback';
  readonly nextAt: Instant | null;
  readonly came: readonly CameOf[];
};

export async function insertEnd(context: Context, end: EndOfCall): Promise<void> {
  const { tx, at, actor } = context;
  const { accountId, callId } = end;
  await tx.run(sql`
    insert into correspondence.call_end (account_id, call_id, result, seconds, measured_by, note,
                                         breaches, next_kind, next_at, recorded_at, actor)
    values (${accountId}, ${callId}, ${end.result}, ${end.seconds}, ${end.measuredBy},
            ${end.note}, ${end.breaches}::text[], ${end.nextKind}, ${end.nextAt}, ${at},
            ${actor.ref})`);
  await tx.copyIn(
    'correspondence.call_outcome (account_id, call_id, outcome_no, outcome, object_id, facts)',
    end.came.map(({ outcome, objectId, facts }, index) => [
      accountId,
      callId,
      index + 1,
      outcome,
      objectId,
      JSON.stringify(facts),
    ]),
  );
}

export type Call = Omit<NewCall, 'overrideReason' | 'startedAt'> & {
  readonly startedAt: Instant;
  readonly calledOn: Day;
  readonly caller: string;
  readonly result: CallResult | null;
  readonly seconds: number | null;
  readonly note: string;
  readonly nextKind: EndOfCall['nextKind'] | null;
  readonly nextAt: Instant | null;
  readonly outcomes: readonly CallOutcome[];
};

type CallRow = {
  account_id: string;
  call_id: string;
  direction: Direction;
  contact_id: string | null;
  person: string;
  number: string;
  language: Language;
  permit_id: string | null;
  step_key: string | null;
  started_at: string;
  called_on: string;
  member_id: string;
  caller: string;
  result: CallResult | null;
  seconds: number | null;
  note: string | null;
  next_kind: EndOfCall['nextKind'] | null;
  next_at: string | null;
  outcomes: CallOutcome[];
};

function selectCalls(condition: Sql, limit: number): Sql<CallRow> {
  return sql<CallRow>`
    select c.account_id, c.call_id, c.direction, c.contact_id, c.person, c.number, c.language,
           c.permit_id, c.step_key, c.started_at, c.called_on, c.member_id, p.name as caller,
           c.result, c.seconds, c.note, c.next_kind, c.next_at, c.outcomes
      from correspondence.call_card c
      join team.person p on p.member_id = c.member_id
     where ${condition}
     order by c.started_at desc, c.call_id desc
     limit ${limit}`;
}

function callOf(row: CallRow): Call {
  return {
    accountId: id(row.account_id),
    callId: id(row.call_id),
    direction: row.direction,
    contactId: row.contact_id === null ? null : id(row.contact_id),
    person: row.person,
    number: row.number,
    language: row.language,
    permitId: row.permit_id === null ? null : id(row.permit_id),
    stepKey: row.step_key,
    startedAt: instant(row.started_at),
    calledOn: day(row.called_on),
    memberId: id(row.member_id),
    caller: row.caller,
    result: row.result,
    seconds: row.seconds,
    note: row.note ?? '',
    nextKind: row.next_kind,
    nextAt: row.next_at === null ? null : instant(row.next_at),
    outcomes: row.outcomes,
  };
}

/** One call of an account. */
export async function findCall(db: Queries, accountId: Id, callId: Id): Promise<Call | undefined> {
  const condition = sql`c.account_id = ${accountId} and c.call_id = ${callId}`;
  const row = await db.maybe(selectCalls(condition, 1));
  return row && callOf(row);
}

/** Calls of an account, the latest first. */
export async function callsOf(db: Queries, accountId: Id, limit = 50): Promise<Call[]> {
  return (await db.all(selectCalls(sql`c.account_id = ${accountId}`, limit))).map(callOf);
}

/** The call of this person on the account of which nobody said yet what came of it. */
export async function unfinishedCall(
  db: Queries,
  accountId: Id,
  memberId: Id,
): Promise<Call | undefined> {
  const condition = sql`
    c.account_id = ${accountId} and c.member_id = ${memberId} and c.result is null`;
  const row = await db.maybe(selectCalls(condition, 1));
  return row && callOf(row);
}

/** How often we called the account since then, whoever called whom there. */
export async function callsSince(db: Queries, accountId: Id, since: Instant): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*)
      from compliance.contact_card c
     where c.account_id = ${accountId}
       and c.channel in ('call', 'voicemail')
       and c.direction  = 'out'
       and c.at        >= ${since}`);
  return Number(count);
}

/** One at a time begins a call on an account; held until the transaction ends. */
export async function lockCalls(context: Context, accountId: Id): Promise<void> {
  await context.tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${accountId}, 31))`);
}
