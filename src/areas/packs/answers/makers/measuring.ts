/** Figures of the metrics in a pack: with their formula, and as the issue before had them. */
import { type Day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type Figure,
  type MetricKey,
  type Period,
  measures,
  usualPeriod,
  wholeCompany,
} from '#areas/metrics/index.ts';
import type { PackAsked, PackFigure } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { metricWords } from '../../words/metrics.ts';

export type Wish = {
  readonly metric: MetricKey;
  readonly better: 'up' | 'down';
  /** What counts from the month's first day; else the usual three months. */
  readonly ofMonth?: true;
};

/** So far this month. */
export function monthUpTo(asOf: Day): Period {
  return { from: startOfMonth(asOf), to: asOf };
}

export function scopeOf({ company, reader }: PackAsked, collectorId?: Id) {
  const own = reader.sight === 'own' ? reader.memberId : null;
  return {
    ...wholeCompany(company.companyId, company.currency),
    collectorId: collectorId ?? own,
  };
}

/** The figures wished for, each beside itself at the time of the issue before. */
export async function measured(
  db: Queries,
  asked: PackAsked,
  wishes: readonly Wish[],
): Promise<PackFigure[]> {
  const { asOf, knownAt, before } = asked;
  const now = await measures(db, questions(asked, wishes, { asOf, knownAt }));
  const then = before === null ? [] : await measures(db, questions(asked, wishes, before));
  return wishes.flatMap((wish, at) => {
    const figure = now[at];
    return figure ? [shown(figure, wish, { asked, before: then[at]?.value })] : [];
  });
}

type At = { readonly asOf: Day; readonly knownAt: PackAsked['knownAt'] };

function questions(asked: PackAsked, wishes: readonly Wish[], { asOf, knownAt }: At) {
  return wishes.map(({ metric, ofMonth }) => ({
    metric,
    scope: scopeOf(asked),
    asOf,
    knownAt,
    period: ofMonth ? monthUpTo(asOf) : usualPeriod(asOf),
  }));
}

type Beside = { readonly asked: PackAsked; readonly before: string | null | undefined };

function shown(figure: Figure, { metric, better }: Wish, { asked, before }: Beside): PackFigure {
  const { value, unit, currency, formula } = figure;
  const known = before === undefined ? {} : { before };
  const label = metricWords[metric][asked.language];
  return { label, value, unit, currency, better, note: formula[asked.language], ...known };
}

/** Figures as they stand alone, where their formulas have no room. */
export function withoutNotes(figures: readonly PackFigure[]): PackFigure[] {
  return figures.map(({ better, before, label, value, unit, currency }) => ({
    label,
    value,
    unit,
    currency,
    ...(better && { better }),
    ...(before === undefined ? {} : { before }),
  }));
}

/** A part of a figure by its name: the goal of an attainment. */
export function partOf(figure: Figure | undefined, name: string): string | null {
  return figure?.parts.find((part) => part.name === name)?.value ?? null;
}
