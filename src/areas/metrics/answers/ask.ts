/**
 * A question for figures as a reader states it, completed: the day, the period, the currency.
 *
 * Amounts of two currencies never meet: a question is always in one, the company's own unless
 * another is named.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { currency, parseCurrency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { companies } from '#areas/team/index.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { catalogue, variantOf } from '../rules/catalogue.ts';
import { metricKeys } from '../rules/metric.ts';
import { usualPeriod } from '../rules/period.ts';
import type { Question } from '../store/asked.ts';
import type { Asked } from './measure.ts';

export type Stated = {
  /** What the reader may see, narrowed to the company named. */
  readonly companies: CompanyScope;
  readonly isOneCompany: boolean;
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly from: Day | undefined;
  readonly collectorId: Id | null;
  readonly teamId: Id | null;
  readonly segment: string | null;
  readonly customerId: Id | null;
  readonly currency: string | undefined;
};

export type AskRefusal =
  | 'metrics.no_such_company'
  | 'metrics.no_such_currency'
  | 'metrics.period_backwards';

/** The question that every figure of an answer shares. */
export async function questionOf(
  db: Queries,
  stated: Stated,
): Promise<Outcome<Question, AskRefusal>> {
  const { asOf, from } = stated;
  if (from !== undefined && from > asOf) {
    return refuse('metrics.period_backwards', { from, to: asOf });
  }
  const found = await companies(db, stated.companies);
  const first = found[0];
  if (!first && stated.isOneCompany) return refuse('metrics.no_such_company');
  const named = stated.currency === undefined ? undefined : parseCurrency(stated.currency);
  if (stated.currency !== undefined && !named) {
    return refuse('metrics.no_such_currency', { currency: stated.currency });
  }
  return accept({
    scope: {
      companies: stated.isOneCompany ? 'all' : stated.companies,
      companyId: stated.isOneCompany && first ? first.companyId : null,
      collectorId: stated.collectorId,
      teamId: stated.teamId,
      segment: stated.segment,
      customerId: stated.customerId,
      currency: named ?? first?.baseCurrency ?? currency('USD'),
    },
    asOf,
    knownAt: stated.knownAt,
    period: from === undefined ? usualPeriod(asOf) : { from, to: asOf },
  });
}

/** What a page of figures shows when nothing is named: each metric in its usual variant. */
export const usualKeys: readonly string[] = metricKeys.filter(
  (key) => !['aging', 'aging_pct', 'roll_rate', 'attainment', 'cost_to_collect'].includes(key),
);

/** Reads `dso,cei.period_total,roll_rate.*`: a metric, one variant of it, or all of them. */
export function namedFigures(
  keys: string | undefined,
  question: Question,
): Outcome<Asked[], 'metrics.no_such_figure'> {
  const names = keys === undefined ? usualKeys : keys.split(',').map((name) => name.trim());
  const asked: Asked[] = [];
  for (const name of names.filter((each) => each !== '')) {
    const some = figuresNamed(name);
    if (some.length === 0) return refuse('metrics.no_such_figure', { name });
    asked.push(...some.map((each) => ({ ...question, ...each })));
  }
  return accept(asked);
}

function figuresNamed(name: string): Pick<Asked, 'metric' | 'variant'>[] {
  const [key, variant] = splitOnce(name);
  const metric = metricKeys.find((each) => each === key);
  if (metric === undefined) return [];
  if (variant === '*') return catalogue.filter((each) => each.metric === metric).map(bare);
  const found = variantOf(metric, variant);
  return found ? [bare(found)] : [];
}

/** Variants such as `1-30` hold no point, so the first one parts them from the metric. */
function splitOnce(name: string): [string, string | undefined] {
  const at = name.indexOf('.');
  return at === -1 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}

function bare({ metric, variant }: (typeof catalogue)[number]) {
  return { metric, variant };
}

/** Days back from a day, the day itself last: by weeks, or by months that end as it does. */
export function weeksBack(asOf: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, at) => plusDays(asOf, -7 * (count - 1 - at)));
}
