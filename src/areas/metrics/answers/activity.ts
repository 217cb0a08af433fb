/**
 * Activity against result, by collector or by account: what was done and what came of it.
 *
 * The two always stand side by side and no list is ranked by outcome alone: rows stand by name,
 * or by how much is overdue where they are accounts.
 */
import { currency, formatMoney, money } from '#kernel/money.ts';
import { allMembers } from '#areas/team/index.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { collectorProductivity, rightPartyRate } from '../rules/collector.ts';
import { percentOf, percentOfCount } from '../rules/figure.ts';
import { decimal, formatRatio } from '#kernel/decimal.ts';
import type { PartName } from '../rules/metric.ts';
import type { Question } from '../store/asked.ts';
import { type GroupedBy, accountsCalled, groupedSums } from '../store/grouped.ts';

const effort = ['attempts', 'calls', 'reached', 'rpc', 'made', 'made_amount'] as const;
const outcome = ['kept', 'ended', 'cash_after_contact', 'cash', 'overdue'] as const;

export type ActivityRow = {
  readonly key: string;
  readonly name: string;
  readonly account: string | null;
  readonly attempts: number;
  readonly calls: number;
  readonly rightParty: number;
  readonly reached: number;
  readonly rightPartyPct: string | null;
  readonly promises: number;
  readonly promised: string;
  readonly promisesEnded: number;
  readonly promisesKept: number;
  readonly keptPct: string | null;
  readonly cashAfterContact: string;
  readonly cash: string;
  readonly cashAfterContactPct: string | null;
  readonly overdue: string;
  readonly paidHours: string | null;
  readonly cashPerHour: string | null;
  readonly contactsPerHour: string | null;
};

export type ActivityPage = { readonly limit: number | null; readonly offset: number };

export async function readActivity(
  db: Queries,
  question: Question,
  by: GroupedBy,
  { limit, offset }: ActivityPage,
): Promise<{ rows: ActivityRow[]; count: number }> {
  const names = [...effort, ...outcome, ...(by === 'collector' ? (['paid_minutes'] as const) : [])];
  const groups = await groupedSums(db, question, names, by);
  const called = await namesOf(db, by, [...groups.keys()]);
  const lines = [...groups]
    .filter(([, sums]) => [...sums.values()].some((sum) => sum !== 0n))
    .map(([key, sums]) => row(key, sums, called, question))
    .toSorted((one, other) =>
      by === 'collector'
        ? one.name.localeCompare(other.name)
        : Number(overdueOf(groups, other.key) - overdueOf(groups, one.key)) ||
          one.name.localeCompare(other.name),
    );
  const end = limit === null ? undefined : offset + limit;
  return { rows: lines.slice(offset, end), count: lines.length };
}

function overdueOf(groups: Awaited<ReturnType<typeof groupedSums>>, key: string): bigint {
  return groups.get(key)?.get('overdue') ?? 0n;
}

type Called = ReadonlyMap<string, { readonly name: string; readonly account: string | null }>;

async function namesOf(db: Queries, by: GroupedBy, keys: readonly string[]): Promise<Called> {
  if (by === 'collector') {
    const members = await allMembers(db);
    return new Map(members.map(({ memberId, name }) => [memberId, { name, account: null }]));
  }
  const accounts = await accountsCalled(db, keys);
  return new Map(accounts.map(({ key, name, account }) => [key, { name, account }]));
}

function row(
  key: string,
  sums: ReadonlyMap<PartName, bigint>,
  called: Called,
  { scope }: Question,
): ActivityRow {
  const count = (name: PartName): number => Number(sums.get(name) ?? 0n);
  const amount = (name: PartName) => money(sums.get(name) ?? 0n, currency(scope.currency));
  const hours = paidHours(sums.get('paid_minutes'));
  const perHour = collectorProductivity({
    collected: amount('cash'),
    paidHours: decimal(hours ?? '0'),
    contacts: count('rpc'),
    promises: count('made'),
    promisesKept: count('kept'),
  });
  return {
    key,
    name: called.get(key)?.name ?? '',
    account: called.get(key)?.account ?? null,
    attempts: count('attempts'),
    calls: count('calls'),
    reached: count('reached'),
    rightParty: count('rpc'),
    rightPartyPct: rightPartyRate(count('rpc'), count('calls')),
    promises: count('made'),
    promised: formatMoney(amount('made_amount')),
    promisesEnded: count('ended'),
    promisesKept: count('kept'),
    keptPct: percentOfCount(count('kept'), count('ended')),
    cashAfterContact: formatMoney(amount('cash_after_contact')),
    cash: formatMoney(amount('cash')),
    cashAfterContactPct: percentOf(amount('cash_after_contact'), amount('cash')),
    overdue: formatMoney(amount('overdue')),
    paidHours: hours,
    cashPerHour: perHour.perHour,
    contactsPerHour: perHour.contactsPerHour,
  };
}

function paidHours(minutes: bigint | undefined): string | null {
  if (minutes === undefined || minutes === 0n) return null;
  return formatRatio({ top: minutes, bottom: 60n }, 2);
}
