/** The month-end page as data: each line from the aging to the general ledger. */
import { type Day, plusDays } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { periodAfter, periodBefore, periodOf } from '#areas/ledger/rules/period.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { MonthEnd } from '../contract/month-end.ts';
import type { ReportedCompany } from '../store/company.ts';
import { calendarOf } from '../store/month-end-facts.ts';
import { type MonthEndLine, type MonthEndState, monthEndState } from '../store/month-end-state.ts';

/** As signed when it is signed; undefined when there is no such period. */
export async function readMonthEnd(
  db: Queries,
  company: ReportedCompany,
  { today, period: asked }: { readonly today: Day; readonly period: string | undefined },
): Promise<MonthEnd | undefined> {
  const own = await calendarOf(db, company.companyId);
  const name = asked ?? periodOf(plusDays(periodOf(today, own).firstOn, -1), own).name;
  const state = await monthEndState(db, company, name, 'as signed');
  if (!state) return undefined;
  const { period, signed, facts } = state;
  const next = periodAfter(period, own);
  return {
    company: company.code,
    companyName: company.name,
    baseCurrency: company.baseCurrency,
    period,
    before: periodBefore(period, own).name,
    after: next.firstOn > today ? null : next.name,
    state: state.state,
    over: period.lastOn < today,
    signed: signed && {
      knownAt: signed.knownAt,
      by: signed.by,
      at: signed.at,
      note: signed.note,
    },
    afterClose: state.afterClose,
    lines: state.lines.map((line) => wireLine(line, state)),
    steps: state.steps.map(({ step, own: named, done, byFacts, tick }) => ({
      step,
      title: named && { en: named.en, es: named.es },
      done,
      byFacts,
      tick: tick && { by: tick.by, at: tick.at, note: tick.note },
    })),
    facts,
  };
}

type Beside = Pick<MonthEndState, 'late' | 'closings'>;

function wireLine(line: MonthEndLine, { late, closings }: Beside): MonthEnd['lines'][number] {
  const { currency, inBase, entered } = line;
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  const orNull = (minor: bigint | null): string | null => (minor === null ? null : amount(minor));
  const own = inBase ? undefined : late.find((each) => each.currency === currency);
  const gone = inBase ? undefined : closings.find((each) => each.currency === currency);
  return {
    currency,
    inBase,
    aging: amount(line.aging),
    books: amount(line.books),
    credits: amount(line.credits),
    revaluation: amount(line.revaluation),
    entered: entered && {
      amount: amount(entered.amount),
      withoutCredits: entered.withoutCredits,
      withRevaluation: entered.withRevaluation,
      by: entered.by,
      at: entered.at,
      note: entered.note,
    },
    parts: line.parts.map(({ part, amount: minor }) => ({ part, amount: amount(minor) })),
    earlier: amount(own?.earlier_minor ?? 0n),
    closings: amount(gone?.amount ?? 0n),
    closingRows: Number(gone?.items ?? 0n),
    laterRows: Number(own?.later ?? 0n),
    earlierRows: Number(own?.earlier ?? 0n),
    explanations: line.explanations.map((each) => ({
      explanationId: each.explanationId,
      amount: amount(each.amount),
      note: each.note,
      by: each.by,
      at: each.at,
    })),
    difference: orNull(line.difference),
    unexplained: orNull(line.unexplained),
  };
}
