/** Figures over HTTP: many at once, one in its variants, its rows, its course, as a file. */
import { type Day, endOfMonth, plusMonths } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { id } from '#kernel/ids.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Desk } from '#platform/action.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { namedFigures, weeksBack } from './answers/ask.ts';
import { figuresFile } from './answers/figures-file.ts';
import { type Asked, type Figure, measures, series } from './answers/measure.ts';
import { partNamed, rowsOf } from './answers/rows.ts';
import * as contract from './contract.ts';
import { activityRoutes } from './http/activity.ts';
import { allowanceRoutes } from './http/allowance.ts';
import { ask } from './http/ask.ts';
import { goalGridRoutes } from './http/goal-grid.ts';
import { goalRoutes } from './http/goals.ts';
import { variantOf, variantsOf } from './rules/catalogue.ts';
import { type MetricKey, type Variant } from './rules/metric.ts';
import { daysIn, monthsIn, monthsUpTo } from './rules/period.ts';
import { partsOf } from './store/parts.ts';
import { customersIn, segmentsIn } from './store/scopes.ts';

export const metricRoutes: readonly Served[] = [
  serve(contract.metrics, async ({ query, session, desk }) => {
    const asked = await figuresAsked(query, session, desk);
    if (!asked.ok) return asked;
    return accept({ figures: wire(await measures(desk.db, asked.value)) });
  }),

  serveFile(contract.exportMetrics, async ({ query, session, desk }) => {
    const asked = await figuresAsked(query, session, desk);
    if (!asked.ok) return asked;
    const figures = await measures(desk.db, asked.value);
    return accept(await figuresFile(figures, query.format, session.language));
  }),

  serve(contract.metric, async ({ params, query, session, desk }) => {
    const question = await ask(query, session, desk);
    if (!question.ok) return question;
    const wanted = variantsAsked(params.key, query.variant);
    if (!wanted.ok) return wanted;
    const asked = wanted.value.map((each) => asking(each, question.value));
    return accept({ figures: wire(await measures(desk.db, asked)) });
  }),

  serve(contract.metricRows, async ({ params, query, session, desk }) => {
    const list = listName(`metric ${params.key}`, query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const question = await ask(query, session, desk);
    if (!question.ok) return question;
    const wanted = variantsAsked(params.key, query.variant);
    if (!wanted.ok) return wanted;
    const name = query.part ?? firstPart(wanted.value);
    const part = partNamed(name);
    if (!part || !hasPart(wanted.value, part.name)) {
      return refuse('metrics.no_such_part', { part: name });
    }
    const page = { limit: query.limit, offset: offset.value };
    const found = await rowsOf(desk.db, question.value, part, page);
    const shown = offset.value + found.rows.length;
    return accept({
      ...found,
      part: name,
      kind: partsOf(question.value)[part.name].kind,
      currency: question.value.scope.currency,
      nextCursor: nextOffset(list, shown, found.count),
    });
  }),

  serve(contract.metricSeries, async ({ params, query, session, desk }) => {
    const question = await ask(query, session, desk);
    if (!question.ok) return question;
    const wanted = variantsAsked(params.key, query.variant);
    if (!wanted.ok) return wanted;
    const [first] = wanted.value;
    if (!first) return accept({ figures: [] });
    const { asOf, period } = question.value;
    const months = monthsIn(period);
    const short = daysIn(period) < 28;
    const steps =
      query.step === 'week' ? weeksBack(asOf, query.count) : monthEnds(asOf, query.count);
    const asked = asking(first, question.value);
    const figures = await series(desk.db, asked, steps, (day) =>
      short ? { from: weeksBack(day, 2)[0] ?? day, to: day } : monthsUpTo(day, months),
    );
    return accept({ figures: wire(figures) });
  }),

  serve(contract.metricScopes, async ({ query, session, desk }) => {
    const companies = visibleCompanies(session, query.company);
    const customerId = query.customer === undefined ? null : id(query.customer);
    const wanted = { search: query.search ?? '', customerId };
    const [segments, customers] = await Promise.all([
      segmentsIn(desk.db, companies),
      customersIn(desk.db, companies, wanted),
    ]);
    return accept({ segments, customers });
  }),

  ...goalGridRoutes,
  ...goalRoutes,
  ...activityRoutes,
  ...allowanceRoutes,
];

/** Month ends back from a day, the day itself last. */
function monthEnds(asOf: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at;
    return back === 0 ? asOf : endOfMonth(plusMonths(asOf, -back));
  });
}

async function figuresAsked(query: QueryOf<typeof contract.metrics>, session: Session, desk: Desk) {
  const question = await ask(query, session, desk);
  return question.ok ? namedFigures(query.keys, question.value) : question;
}

function variantsAsked(
  key: MetricKey,
  variant: string | undefined,
): Outcome<readonly Variant[], 'metrics.no_such_figure'> {
  if (variant === undefined) return accept(variantsOf(key));
  const found = variantOf(key, variant);
  return found ? accept([found]) : refuse('metrics.no_such_figure', { name: `${key}.${variant}` });
}

function asking({ metric, variant }: Variant, question: Omit<Asked, 'metric' | 'variant'>): Asked {
  return { ...question, metric, variant };
}

function firstPart([first]: readonly Variant[]): string {
  return first?.parts[0]?.name ?? 'sales';
}

function hasPart(variants: readonly Variant[], name: string): boolean {
  return variants.some(({ parts, byMonth = [] }) =>
    [...parts, ...byMonth].some((part) => part.name === name),
  );
}

/** As the contract has it: a copy with its own lists. */
function wire(figures: readonly Figure[]) {
  return figures.map((figure) => ({ ...figure, parts: [...figure.parts] }));
}
