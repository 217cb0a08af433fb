/** A page of goals: whoever has accounts or a goal in a row, months side by side. */
import { type Day, plusMonths } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMinor } from '#kernel/money.ts';
import { allMembers } from '#areas/team/index.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Variant } from '../rules/metric.ts';
import { goalCells } from '../store/goals.ts';
import { goalDecimals } from './goals.ts';

export type GoalGridRow = {
  readonly memberId: Id | null;
  readonly name: string | null;
  readonly targets: (string | null)[];
};

type Asked = {
  readonly companyId: Id;
  readonly variant: Variant;
  readonly currency: string;
  readonly months: readonly Day[];
};

/** The company first, then people by name. */
export async function readGoalGrid(
  db: Queries,
  { companyId, variant, currency, months }: Asked,
): Promise<GoalGridRow[]> {
  const { metric, variant: name, unit } = variant;
  const cells = await goalCells(db, { companyId, metric, variant: name, currency }, months);
  const decimals = goalDecimals(unit, currency);
  const said = new Map(
    cells.map(({ member_id, month, target }) => [
      `${member_id ?? ''} ${month}`,
      formatMinor(target, decimals),
    ]),
  );
  const whose = new Set(cells.map(({ member_id }) => member_id));
  const people = (await allMembers(db)).filter(
    ({ memberId, roles }) => whose.has(memberId) || roles.some((role) => collects.has(role)),
  );
  const row = (memberId: Id | null, called: string | null): GoalGridRow => ({
    memberId,
    name: called,
    targets: months.map((month) => said.get(`${memberId ?? ''} ${month}`) ?? null),
  });
  const byName = people.toSorted((one, other) => one.name.localeCompare(other.name));
  return [row(null, null), ...byName.map((person) => row(person.memberId, person.name))];
}

const collects: ReadonlySet<string> = new Set(['collector', 'senior']);

export function monthsFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, at) => plusMonths(first, at));
}
