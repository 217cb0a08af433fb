/**
 * Clocks and what happened to them: facts that are inserted once; `standing` repeats where each
 * stands, in the same transaction.
 */
import { type Day, day } from '#kernel/day.ts';
import { id, type Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ClockState, Standing, StartClock } from '../rules/clock.ts';
import type { ClockKind } from '../rules/kinds.ts';

/** False when a clock of this key is there already. */
export async function insertClock(
  { tx, actor, reason, at }: Context,
  clockId: Id,
  start: StartClock,
): Promise<boolean> {
  const { key, kind, companyId, accountId, about, startedOn, dueOn, source, ownerId } = start;
  const inserted = await tx.run(sql`
    insert into clocks.clock (clock_id, key, kind, company_id, account_id, about_kind, about_id,
                              started_on, due_on, source, owner_id, facts, actor, reason,
                              recorded_at)
    values (${clockId}, ${key}, ${kind}, ${companyId}, ${accountId}, ${about.kind}, ${about.id},
            ${startedOn}, ${dueOn}, ${source}, ${ownerId}, ${JSON.stringify(start.facts)},
            ${actor.ref}, ${reason}, ${at})
    on conflict (key) do nothing`);
  if (inserted === 0) return false;
  await tx.run(sql`
    insert into clocks.standing (clock_id, key, kind, company_id, account_id, state, due_on,
                                 source, owner_id)
    values (${clockId}, ${key}, ${kind}, ${companyId}, ${accountId}, 'running', ${dueOn},
            ${source}, ${ownerId})`);
  return true;
}

export async function clockOfKey(db: Queries, key: string): Promise<Id> {
  const row = await db.one(sql<{ clock_id: string }>`
    select clock_id
      from clocks.standing
     where key = ${key}`);
  return id(row.clock_id);
}

/** Where the clock of a key stands, locked until the transaction ends. */
export async function lockClock(tx: Tx, key: string): Promise<Standing | undefined> {
  const row = await tx.maybe(sql<Row>`
    select clock_id, key, kind, account_id, state, due_on, source, owner_id, paused_on, told
      from clocks.standing
     where key = ${key}
       for update`);
  return row && standing(row);
}

export type Act = 'paused' | 'resumed' | 'moved' | 'met' | 'void' | 'passed';

/** Writes what happened, and where the clock stands after it. */
export async function recordAct(context: Context, what: Act, after: Standing): Promise<void> {
  const { tx, newId, actor, reason, at, today } = context;
  const { clockId, state, dueOn, source, ownerId, pausedOn, told } = after;
  const ended = state === 'met' || state === 'void' ? today : null;
  await tx.run(sql`
    insert into clocks.act (clock_id, act_id, what, on_day, due_on, source, owner_id, actor,
                            reason, recorded_at)
    values (${clockId}, ${newId()}, ${what}, ${today}, ${dueOn}, ${source}, ${ownerId},
            ${actor.ref}, ${reason}, ${at})`);
  await tx.run(sql`
    update clocks.standing
       set state     = ${state},
           due_on    = ${dueOn},
           source    = ${source},
           owner_id  = ${ownerId},
           paused_on = ${pausedOn},
           ended_on  = ${ended}::date,
           told      = ${told}
     where clock_id = ${clockId}`);
}

/** More than these are told in the next round. */
const mostTold = 2000;

/** Running clocks of a zone's companies whose last day has passed untold, locked. */
export async function lockPassed(tx: Tx, zone: string, today: Day): Promise<Standing[]> {
  const rows = await tx.all(sql<Row>`
    select s.clock_id, s.key, s.kind, s.account_id, s.state, s.due_on, s.source, s.owner_id,
           s.paused_on, s.told
      from clocks.standing s
      join team.company co on co.company_id = s.company_id
     where s.state  = 'running'
       and not s.told
       and s.due_on < ${today}
       and co.zone  = ${zone}
     order by s.due_on, s.clock_id
     limit ${mostTold}
       for update of s skip locked`);
  return rows.map(standing);
}

type Row = {
  clock_id: string;
  key: string;
  kind: ClockKind;
  account_id: string | null;
  state: ClockState;
  due_on: string;
  source: string;
  owner_id: string | null;
  paused_on: string | null;
  told: boolean;
};

function standing(row: Row): Standing {
  return {
    clockId: id(row.clock_id),
    key: row.key,
    kind: row.kind,
    accountId: row.account_id === null ? null : id(row.account_id),
    state: row.state,
    dueOn: day(row.due_on),
    source: row.source,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    pausedOn: row.paused_on === null ? null : day(row.paused_on),
    told: row.told,
  };
}

/** Every deadline of an account that has not ended stands under another; answers how many. */
export function moveToAccount(tx: Tx, from: Id, into: Id): Promise<number> {
  return tx.run(sql`
    update clocks.standing
       set account_id = ${into}
     where account_id = ${from}
       and ended_on is null`);
}
