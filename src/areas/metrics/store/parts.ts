/**
 * Every part of every figure, once: from which facts it is summed, what of a fact counts, and
 * which facts count. The sum and the rows of a part are both read from here and cannot differ.
 */
import { plusDays, plusMonths } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PartKind, PartName } from '../rules/metric.ts';
import { monthsUpTo, yearBefore } from '../rules/period.ts';
import type { Belongs, Question } from './asked.ts';
import * as money from './money-facts.ts';
import { openFacts } from './open-facts.ts';
import * as stated from './stated-facts.ts';
import * as work from './work-facts.ts';

type Facts = {
  readonly belongs: Belongs;
  /** False: the facts are of no currency. */
  readonly inCurrency: boolean;
  readonly from: (db: Queries, question: Question) => Promise<Sql> | Sql;
};

const owned = { belongs: 'owner', inCurrency: true } as const;
const done = { belongs: 'actor', inCurrency: false } as const;

/** Where facts come from; parts of one source are summed in one reading of it. */
export const sources = {
  open: { ...owned, from: (db, q) => openFacts(db, q, q.asOf) },
  open_start: { ...owned, from: (db, q) => openFacts(db, q, plusDays(q.period.from, -1)) },
  open_prior: { ...owned, from: (db, q) => openFacts(db, q, plusMonths(q.asOf, -1)) },
  open_year: { ...owned, from: (db, q) => openFacts(db, q, yearBefore(q.asOf)) },
  posted: { ...owned, from: (_, q) => money.postedFacts(q, q.period) },
  posted_12m: { ...owned, from: (_, q) => money.postedFacts(q, monthsUpTo(q.asOf, 12)) },
  posted_30d: {
    ...owned,
    from: (_, q) => money.postedFacts(q, { from: plusDays(q.asOf, -29), to: q.asOf }),
  },
  paid: { ...owned, from: (_, q) => money.paidFacts(q) },
  after_contact: { ...owned, from: (_, q) => money.cashAfterContactFacts(q) },
  cohort: { ...owned, from: (_, q) => money.cohortFacts(q) },
  loss: { ...owned, from: (_, q) => money.lossFacts(q) },
  recovery: { ...owned, from: (_, q) => money.recoveryFacts(q) },
  promise: { ...done, inCurrency: true, from: (_, q) => work.promiseFacts(q) },
  contact: { ...done, from: (_, q) => work.contactFacts(q) },
  called: { ...done, from: (_, q) => work.calledFacts(q) },
  dispute: { ...owned, from: (_, q) => work.disputeFacts(q) },
  match: { ...owned, from: (_, q) => work.matchFacts(q) },
  cost: { belongs: 'nobody', inCurrency: true, from: (_, q) => stated.costFacts(q) },
  hours: { belongs: 'nobody', inCurrency: false, from: (_, q) => stated.hourFacts(q) },
  goal: { belongs: 'nobody', inCurrency: true, from: (_, q) => stated.goalFacts(q) },
} as const satisfies Readonly<Record<string, Facts>>;
export type Source = keyof typeof sources;

export type Part = {
  readonly source: Source;
  readonly kind: PartKind;
  /** What of a fact `f` counts. */
  readonly amount: Sql;
  readonly where: Sql;
  /** False: what it sums has no rows to open, because somebody stated it. */
  readonly rows: boolean;
};

const minor = sql`f.minor`;
const one = sql`1`;

function part(
  source: Source,
  kind: PartKind,
  amount: Sql,
  where: Sql = sql`true`,
  rows = true,
): Part {
  return { source, kind, amount, where, rows };
}

const aged = (source: Source, where: Sql): Part =>
  part(source, 'money', minor, sql`f.aged and ${where}`);

function bucket(source: Source, from: number | null, to: number | null): Part {
  const above = from === null ? sql`true` : sql`f.late >= ${sql.lit(from)}`;
  const upTo = to === null ? sql`true` : sql`f.late <= ${sql.lit(to)}`;
  return aged(source, sql`${above} and ${upTo}`);
}

const isSale = sql`f.stands_for in ('invoice', 'debit_memo', 'credit_memo')`;
const sales = (source: Source): Part => part(source, 'money', minor, isSale);
const unapplied = sql`not f.aged`;
const lessMinor = sql`-f.minor`;
const isEnded = (q: Question): Sql =>
  sql`f.state_on between ${q.period.from}::date and ${q.period.to}::date
      and f.state in ('kept', 'partly', 'broken')`;
const isMade = (q: Question): Sql =>
  sql`f.made_on between ${q.period.from}::date and ${q.period.to}::date`;
const isOut = sql`f.direction = 'out'`;
const isCall = sql`f.direction = 'out' and f.channel in ('call', 'voicemail')`;
const isTalk = sql`f.direction = 'out' and f.channel = 'call' and f.result = 'conversation'`;
const isReached = sql`f.direction = 'out' and f.channel = 'call'
      and f.result in ('conversation', 'wrong_number', 'left_message')`;
const wasResolved = (q: Question): Sql =>
  sql`f.resolved_on between ${q.period.from}::date and ${q.period.to}::date`;

/** All parts; the question says which days its conditions mean. */
export function partsOf(q: Question): Readonly<Record<PartName, Part>> {
  return { ...openParts, ...earlierParts, ...flowParts(q), ...workParts(q) };
}

const openParts = {
  ar: part('open', 'money', minor),
  gross: aged('open', sql`true`),
  current: bucket('open', null, 0),
  overdue: bucket('open', 1, null),
  over_60: bucket('open', 61, null),
  over_90: bucket('open', 91, null),
  bucket_0: bucket('open', null, 0),
  bucket_1: bucket('open', 1, 30),
  bucket_2: bucket('open', 31, 60),
  bucket_3: bucket('open', 61, 90),
  bucket_4: bucket('open', 91, 120),
  bucket_5: bucket('open', 121, null),
  unapplied: part('open', 'money', lessMinor, unapplied),
  unapplied_over_30: part('open', 'money', lessMinor, sql`${unapplied} and f.age > 30`),
  unapplied_days: part('open', 'money_days', sql`-f.minor * f.age`, unapplied),
  overdue_days: part('open', 'money_days', sql`f.minor * f.late`, sql`f.aged and f.late > 0`),
  open_age: part('open', 'money_days', sql`f.minor * f.age`, sql`f.aged`),
};

const earlierParts = {
  start_ar: part('open_start', 'money', minor),
  start_overdue: bucket('open_start', 1, null),
  year_start_ar: part('open_year', 'money', minor),
  prior_bucket_0: bucket('open_prior', null, 0),
  prior_bucket_1: bucket('open_prior', 1, 30),
  prior_bucket_2: bucket('open_prior', 31, 60),
  prior_bucket_3: bucket('open_prior', 61, 90),
  prior_bucket_4: bucket('open_prior', 91, 120),
};

/** Of what is posted; they are the same whatever the question. */
export const postedParts = {
  sales: sales('posted'),
  cash: part('posted', 'money', lessMinor, sql`f.stands_for = 'receipt'`),
};

const flowParts = (q: Question) => ({
  ...postedParts,
  sales_12m: sales('posted_12m'),
  sales_30d: sales('posted_30d'),
  cash_after_contact: part('after_contact', 'money', lessMinor),
  paid: part('paid', 'money', minor),
  paid_days: part('paid', 'money_days', sql`f.minor * f.days`),
  paid_late_days: part('paid', 'money_days', sql`f.minor * f.late`),
  payments: part('paid', 'count', sql`f.one`),
  term_days: part('paid', 'days', sql`f.one * f.term`),
  late_days: part('paid', 'days', sql`f.one * f.late`),
  paid_on_overdue: part('paid', 'money', minor, sql`f.due_on < ${q.period.from}::date - 1`),
  cohort_billed: part('cohort', 'money', minor),
  cohort_unpaid: part('cohort', 'money', sql`f.unpaid`),
  written_off: part('loss', 'money', minor),
  recovered: part('recovery', 'money', minor),
});

const workParts = (q: Question) => ({
  made: part('promise', 'count', one, isMade(q)),
  made_amount: part('promise', 'money', minor, isMade(q)),
  kept: part('promise', 'count', one, sql`${isEnded(q)} and f.state = 'kept'`),
  ended: part('promise', 'count', one, isEnded(q)),
  kept_amount: part('promise', 'money', minor, sql`${isEnded(q)} and f.state = 'kept'`),
  ended_amount: part('promise', 'money', minor, isEnded(q)),
  promised: part('promise', 'money', minor, sql`f.state = 'open'`),
  promised_7: part(
    'promise',
    'money',
    minor,
    sql`f.state = 'open' and f.on_day <= ${q.asOf}::date + 7`,
  ),
  attempts: part('contact', 'count', one, isOut),
  calls: part('contact', 'count', one, isCall),
  rpc: part('contact', 'count', one, isTalk),
  reached: part('contact', 'count', one, isReached),
  called: part('called', 'count', one),
  resolved: part('called', 'count', one, sql`f.resolved`),
  disputed: part('dispute', 'money', minor, sql`f.is_open`),
  disputes_resolved: part('dispute', 'count', one, wasResolved(q)),
  resolved_days: part('dispute', 'days', sql`f.days`, wasResolved(q)),
  resolved_amount: part('dispute', 'money', minor, wasResolved(q)),
  resolved_amount_days: part('dispute', 'money_days', sql`f.minor * f.days`, wasResolved(q)),
  matched: part('match', 'count', one),
  touchless: part('match', 'count', one, sql`f.touchless`),
  hits: part('match', 'count', one, sql`f.hit`),
  false_matches: part('match', 'count', one, sql`f.wrong`),
  department_cost: part('cost', 'money', minor, sql`true`, false),
  paid_minutes: part('hours', 'minutes', minor, sql`true`, false),
  goal_cash: part('goal', 'money', minor, sql`true`, false),
});
