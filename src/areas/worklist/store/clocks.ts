/** Deadlines of accounts that call for work today. */
import { type Day, day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { clockKinds, isClockKind, kindRule } from '#areas/clocks/rules/kinds.ts';
import { federalBankCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { hardAhead } from '../rules/clock-reasons.ts';
import type { ClockFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account: hard ones some business days ahead, the others on their day; hard ones first. */
export async function clockRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, ClockFact[]>> {
  const soon = plusBusinessDays(today, hardAhead, federalBankCalendar);
  const rows = await db.all(sql<{
    account_id: string;
    kind: string;
    due_on: string;
    owner_id: string | null;
  }>`
    select c.account_id, c.kind, c.due_on, c.owner_id
      from clocks.clock_card c
     where c.state   = 'running'
       and (c.due_on <= ${today}
            or c.due_on <= ${soon} and c.kind = any(${hardKinds}::text[])
            or c.kind = any(${atOnceKinds}::text[]))
       and c.kind    = any(${listedKinds}::text[])
       and ${filter(scope, sql`c.account_id`)}
     order by c.account_id, c.kind = any(${hardKinds}::text[]) desc, c.due_on, c.clock_id`);
  const byAccount = Map.groupBy(rows, (row) => row.account_id);
  return new Map([...byAccount].map(([accountId, own]) => [accountId, own.flatMap(fact)]));
}

const hardKinds = clockKinds.filter((kind) => kindRule(kind).hard);
const atOnceKinds = clockKinds.filter((kind) => kindRule(kind).atOnce === true);
const listedKinds = clockKinds.filter((kind) => kindRule(kind).listed);

function fact(row: { kind: string; due_on: string; owner_id: string | null }): ClockFact[] {
  const { kind, due_on, owner_id } = row;
  if (!isClockKind(kind)) return [];
  const ownerId = owner_id === null ? null : id(owner_id);
  return [{ kind, dueOn: day(due_on), hard: kindRule(kind).hard, ownerId }];
}
