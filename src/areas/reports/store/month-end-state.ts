/** All about one period of one company, read at one cut: the page, the file, the signature. */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import {
  type Period,
  type PeriodState,
  periodNamed,
  stateOfPeriod,
} from '#areas/ledger/rules/period.ts';
import type { Queries } from '#platform/postgres/db.ts';
import {
  type MonthEndFigures,
  type Reconciled,
  reconcile,
  type StepFacts,
  standardSteps,
  tickedByFacts,
} from '../rules/month-end.ts';
import type { ReportedCompany } from './company.ts';
import {
  type ClosingSum,
  closingSums,
  controlRows,
  countAfterClose,
  type Cut,
  type LateSum,
  lateSums,
  periodFacts,
  revaluationOf,
} from './month-end.ts';
import {
  calendarOf,
  closedOf,
  type EnteredBalance,
  type Explanation,
  lastSignOff,
  type Measure,
  type OwnStep,
  ownSteps,
  reopenedAt,
  type SignOff,
  standingBalances,
  standingExplanations,
  standingTicks,
  type Tick,
} from './month-end-facts.ts';

export type MonthEndLine = Measure &
  MonthEndFigures &
  Reconciled & {
    readonly entered: EnteredBalance | null;
    readonly explanations: readonly Explanation[];
  };

export type Step = {
  readonly step: string;
  readonly own: OwnStep | null;
  readonly done: boolean;
  /** Ticked by what the book says; then nobody needs to. */
  readonly byFacts: boolean;
  readonly tick: Tick | null;
};

export type MonthEndState = {
  readonly period: Period;
  readonly state: PeriodState;
  readonly lines: readonly MonthEndLine[];
  readonly steps: readonly Step[];
  readonly facts: StepFacts;
  readonly late: readonly LateSum[];
  readonly closings: readonly ClosingSum[];
  /** Entries posted into it after it was closed softly. */
  readonly afterClose: number;
  /** The signature that counts; null also when the period was opened again after it. */
  readonly signed: SignOff | null;
};

/** Undefined when the company has no such period. `as signed`: as it stood when it was signed. */
export async function monthEndState(
  db: Queries,
  company: ReportedCompany,
  name: string,
  when: Instant | 'infinity' | 'as signed',
): Promise<MonthEndState | undefined> {
  const { companyId } = company;
  const period = periodNamed(name, await calendarOf(db, companyId));
  if (!period) return undefined;
  const which = { companyId, period: period.name };
  const signature = await lastSignOff(db, which);
  const reopened = await reopenedAt(db, which);
  const signed = signature && (reopened === null || reopened < signature.at) ? signature : null;
  const knownAt = when === 'as signed' ? (signed?.knownAt ?? 'infinity') : when;
  const lines = await linesAt(db, company, period, knownAt);
  const steps = await ownSteps(db, companyId);
  const ticks = await standingTicks(db, which);
  const cut = { companyId, knownAt, ...daysOf(period) };
  const state = stateOfPeriod(period, await closedOf(db, companyId));
  const closings = await closingSums(db, cut);
  const facts = {
    ...(await periodFacts(db, cut)),
    closingsOpen: closings.reduce((count, { items }) => count + Number(items), 0),
    balancesMissing: lines.filter(({ gl }) => gl === null).length,
    unapplied: lines.filter(({ credits }) => credits !== 0n).length,
  };
  return {
    period,
    state,
    lines,
    steps: stepsOf(steps, ticks, facts),
    facts,
    late: await lateSums(db, cut),
    closings,
    afterClose: state === 'open' ? 0 : await countAfterClose(db, cut),
    signed,
  };
}

function daysOf({ firstOn, lastOn }: Period): { firstOn: Day; lastOn: Day } {
  return { firstOn, lastOn };
}

function stepsOf(own: readonly OwnStep[], ticks: readonly Tick[], facts: StepFacts): Step[] {
  const listed = own.length > 0 ? own : standardSteps.map((step) => ({ step }));
  return listed.map((each) => {
    const { step } = each;
    const known = tickedByFacts(step, facts);
    const tick = ticks.find((one) => one.step === step) ?? null;
    const done = known ?? tick?.done ?? false;
    return { step, own: 'en' in each ? each : null, done, byFacts: known !== undefined, tick };
  });
}

/** A line for each currency, and one in base currency when there are foreign ones. */
export async function linesAt(
  db: Queries,
  { companyId, baseCurrency }: ReportedCompany,
  period: Period,
  knownAt: Instant | 'infinity',
): Promise<MonthEndLine[]> {
  const which = { companyId, period: period.name };
  const cut: Cut = { companyId, knownAt, ...daysOf(period) };
  const control = await controlRows(db, cut);
  const balances = await standingBalances(db, which);
  const explanations = await standingExplanations(db, which);
  const line = (
    measure: Measure,
    figures: Pick<MonthEndFigures, 'aging' | 'books' | 'credits' | 'revaluation'>,
  ): MonthEndLine => {
    const entered = balances.find((each) => same(each, measure)) ?? null;
    const told = explanations.filter((each) => same(each, measure));
    const all = { ...figures, gl: entered, manual: told.map(({ amount }) => amount) };
    return { ...measure, ...all, ...reconcile(all), entered, explanations: told };
  };
  const foreign = control.filter(({ currency }) => currency !== baseCurrency);
  const currencies = [
    ...new Set([
      ...control.map(({ currency }) => currency),
      ...(control.length === 0 ? [baseCurrency] : []),
    ]),
  ];
  const lines = currencies.map((currency) => {
    const row = control.find((each) => each.currency === currency);
    return line(
      { currency, inBase: false },
      {
        aging: row?.effective_minor ?? 0n,
        books: row?.posted_minor ?? 0n,
        credits: row?.credit_minor ?? 0n,
        revaluation: 0n,
      },
    );
  });
  if (foreign.length === 0) return lines;
  const sum = (amounts: readonly bigint[]): bigint =>
    amounts.reduce((one, other) => one + other, 0n);
  const base = line(
    { currency: baseCurrency, inBase: true },
    {
      aging: sum(control.map((row) => row.effective_base_minor)),
      books: sum(control.map((row) => row.posted_base_minor)),
      credits: sum(control.map((row) => row.credit_base_minor)),
      revaluation: await revaluationOf(db, cut),
    },
  );
  return [...lines, base];
}

function same(one: Measure, other: Measure): boolean {
  return one.currency === other.currency && one.inBase === other.inBase;
}
