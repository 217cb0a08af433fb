/**
 * The week's figures against the month's goals, for the company and for each collector; whoever
 * does not oversee receives their own.
 */
import { measures } from '#areas/metrics/index.ts';
import { allMembers } from '#areas/team/index.ts';
import type { Id } from '#kernel/ids.ts';
import type { Pack, PackAsked, PackBlock, PackMaker } from '#platform/packs/maker.ts';
import type { SheetValue } from '#platform/files/write-xlsx.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { words } from '../../words/metric-packs.ts';
import { metricWords } from '../../words/metrics.ts';
import { measured, monthUpTo, partOf, scopeOf } from './measuring.ts';
import { type MetricSaying, metricSaying } from './metric-saying.ts';

export const weeklyMaker: PackMaker = {
  kind: 'weekly',
  title: words['weekly.title'],
  says: words['weekly.says'],
  needs: 'packs.read',
  ownPart: true,
  of: 'day',
  make,
};

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const speak = metricSaying(asked);
  const [goals, figures, people] = await Promise.all([
    goalBlock(db, asked, speak),
    measured(db, asked, [
      { metric: 'overdue_pct', better: 'down' },
      { metric: 'over_60', better: 'down' },
      { metric: 'dso', better: 'down' },
      { metric: 'cei', better: 'up' },
      { metric: 'promise_kept', better: 'up', ofMonth: true },
      { metric: 'unapplied', better: 'down' },
      { metric: 'disputed', better: 'down' },
    ]),
    peopleTable(db, asked, speak),
  ]);
  return {
    title: speak.said('weekly.title'),
    summary: [goals.sentence],
    blocks: [{ kind: 'figures', figures: [goals.figure, ...figures] }, ...people],
  };
}

/** What came this month beside its goal. */
async function goalBlock(db: Queries, asked: PackAsked, { said, shown }: MetricSaying) {
  const { asOf, knownAt, company, language } = asked;
  const [attained] = await measures(db, [
    { metric: 'attainment', scope: scopeOf(asked), asOf, knownAt, period: monthUpTo(asOf) },
  ]);
  const cash = partOf(attained, 'cash') ?? '0';
  const goal = partOf(attained, 'goal_cash');
  const set = goal !== null && Number(goal) > 0 ? goal : null;
  const facts = { cash: shown(cash), goal: set === null ? '' : shown(set) };
  const share = attained?.value ?? null;
  return {
    sentence:
      set === null || share === null
        ? said('weekly.no_goal', facts)
        : said('weekly.against_goal', { ...facts, share: share.replace(/\.?0+$/u, '') }),
    figure: {
      label: metricWords.cash[language],
      value: cash,
      unit: 'money' as const,
      currency: company.currency,
      better: 'up' as const,
      goal: set,
      note: said('weekly.month_to_date'),
    },
  };
}

/** A line for each collector; their own for whoever does not oversee. */
async function peopleTable(
  db: Queries,
  asked: PackAsked,
  speak: MetricSaying,
): Promise<PackBlock[]> {
  const { said } = speak;
  const people = await collectorsOf(db, asked);
  if (people.length === 0) return [];
  const rows = await Promise.all(people.map((person) => personRow(db, asked, person)));
  const amount = (key: string) => ({
    header: said(key),
    kind: 'amount' as const,
    total: true as const,
  });
  return [
    {
      kind: 'table',
      name: said('weekly.people'),
      columns: [
        { header: said('weekly.person'), kind: 'text', wide: true },
        amount('weekly.cash'),
        amount('weekly.goal'),
        { header: said('weekly.share'), kind: 'percent' },
        amount('weekly.over_60'),
        { header: said('weekly.kept'), kind: 'percent' },
      ],
      rows,
      totalsLabel: said('weekly.total'),
    },
  ];
}

type Collector = { readonly memberId: Id; readonly name: string };

async function collectorsOf(db: Queries, { company, reader }: PackAsked): Promise<Collector[]> {
  const members = await allMembers(db);
  return members.filter(
    ({ active, roles, companyIds, memberId }) =>
      active &&
      roles.some((role) => role === 'collector' || role === 'senior') &&
      (companyIds === 'all' || companyIds.includes(company.companyId)) &&
      (reader.sight === 'company' || memberId === reader.memberId),
  );
}

/** Attainment is a formula over the two cells before it. */
async function personRow(
  db: Queries,
  asked: PackAsked,
  { memberId, name }: Collector,
): Promise<SheetValue[]> {
  const { asOf, knownAt } = asked;
  const of = { scope: scopeOf(asked, memberId), asOf, knownAt, period: monthUpTo(asOf) };
  const [attained, late, kept] = await measures(db, [
    { ...of, metric: 'attainment' },
    { ...of, metric: 'over_60' },
    { ...of, metric: 'promise_kept' },
  ]);
  const share = attained?.value ?? null;
  return [
    name,
    partOf(attained, 'cash'),
    // No goal was set: a goal of zero would read as one.
    share === null ? null : partOf(attained, 'goal_cash'),
    share === null ? null : { formula: 'ROUND(B{row}/C{row}*100,2)', value: share },
    late?.value ?? null,
    kept?.value ?? null,
  ];
}
