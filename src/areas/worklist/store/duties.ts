/** Deadlines of no account that are the reader's to meet, such as a day's postings to look over. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { daysLate } from '#areas/clocks/rules/clock.ts';
import { type ClockKind, clockKinds, isClockKind, kindRule } from '#areas/clocks/rules/kinds.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';

export type Duty = {
  readonly clockId: Id;
  readonly kind: ClockKind;
  readonly company: string;
  readonly about: { readonly kind: string; readonly id: Id };
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly daysLate: number;
  readonly facts: Record<string, string>;
};

const most = 20;

/** Those of the kinds that these permissions are for, the first due first. */
export async function dutiesOf(
  db: Queries,
  permissions: readonly string[],
  companies: CompanyScope,
  today: Day,
): Promise<Duty[]> {
  const kinds = clockKinds.filter((kind) => {
    const { duty } = kindRule(kind);
    return duty !== undefined && permissions.includes(duty);
  });
  if (kinds.length === 0) return [];
  const rows = await db.all(prepared<{
    clock_id: string;
    kind: string;
    company: string;
    about_kind: string;
    about_id: string;
    started_on: string;
    due_on: string;
    facts: Record<string, string>;
  }>`
    select k.clock_id, k.kind, c.code as company, k.about_kind, k.about_id, k.started_on, k.due_on,
           k.facts
      from clocks.clock_card k
      join team.company c on c.company_id = k.company_id
     where k.state = 'running'
       and k.ended_on is null
       and k.kind = any(${kinds}::text[])
       and ${inCompanies(sql`k.company_id`, companies)}
     order by k.due_on, k.clock_id
     limit ${most}`);
  return rows.flatMap((row) =>
    isClockKind(row.kind)
      ? [
          {
            clockId: id(row.clock_id),
            kind: row.kind,
            company: row.company,
            about: { kind: row.about_kind, id: id(row.about_id) },
            startedOn: day(row.started_on),
            dueOn: day(row.due_on),
            daysLate: daysLate(day(row.due_on), today),
            facts: row.facts,
          },
        ]
      : [],
  );
}
