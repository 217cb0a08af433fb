/** The figures of the tiles: metrics as the metrics give them, forecasts, false chases. */
import type { Day } from '#kernel/day.ts';
import { decimalsOf, divideHalfUp, formatMinor, parseMinor } from '#kernel/money.ts';
import { type Asked, type Figure, measures } from '#areas/metrics/index.ts';
import type { Db } from '#platform/postgres/db.ts';
import type { WireFigure, WireTile } from '../contract.ts';
import {
  type FigureName,
  isMetricName,
  metricFigures,
  type MetricName,
  periodOf,
  type TileKey,
  tiles,
} from '../rules/figures.ts';
import { type ForecastWeek, type Landing, landing } from '../rules/landing.ts';
import type { Book } from '../store/asked.ts';
import { countChased } from '../store/chased.ts';
import { weeksAhead } from '../store/forecast.ts';
import { formulas } from './formulas.ts';
import { whole } from './weeks.ts';

/** The tiles, each figure read once though it may stand on several. */
export async function readTiles(db: Db, book: Book, keys: readonly TileKey[]): Promise<WireTile[]> {
  const names = new Set(keys.flatMap((key): readonly FigureName[] => tiles[key]));
  const metrics = await readMetrics(db, book, [...names].filter(isMetricName));
  const others = await readOthers(db, book, names, metrics);
  return keys.map((key) => ({
    key,
    figures: tiles[key].flatMap((name) => metrics.get(name) ?? others.get(name) ?? []),
  }));
}

/** Metrics by the names that they have on the dashboards. */
export async function readMetrics(
  db: Db,
  book: Book,
  names: readonly MetricName[],
): Promise<Map<FigureName, WireFigure>> {
  const found = await measures(
    db,
    names.map((name) => askedFor(name, book)),
  );
  return new Map(
    names.flatMap((name, no) => {
      const figure = found[no];
      return figure === undefined ? [] : [[name, wireMetric(name, figure)] as const];
    }),
  );
}

/** The question to the metrics behind a name. */
export function askedFor(name: MetricName, { companies, currency, today }: Book): Asked {
  const { metric, variant, span } = metricFigures[name];
  const scope = { companies, companyId: null, collectorId: null, customerId: null, currency };
  return { metric, variant, scope, asOf: today, knownAt: null, period: periodOf(span, today) };
}

function wireMetric(name: MetricName, figure: Figure): WireFigure {
  const { unit, value, formula, source, period, parts } = figure;
  return { name, unit, value, low: null, high: null, formula, source, period, parts: [...parts] };
}

type Metrics = ReadonlyMap<FigureName, WireFigure>;

async function readOthers(
  db: Db,
  book: Book,
  names: ReadonlySet<FigureName>,
  metrics: Metrics,
): Promise<Metrics> {
  const month = periodOf('month', book.today);
  const [weeks, chased] = await Promise.all([
    names.has('forecast_week') || names.has('landing') ? weeksAhead(db, book) : [],
    names.has('false_chase') ? countChased(db, book, month.from) : 0,
  ]);
  const wanted = [...names].flatMap((name): WireFigure[] => {
    if (name === 'forecast_week') return [weekFigure(book, weeks, metrics)];
    if (name === 'landing') return [landingFigure(book, weeks, metrics)];
    if (name === 'expected_7') return [expectedFigure(book, metrics)];
    if (name === 'false_chase') return [chasedFigure(book, chased)];
    return [];
  });
  return new Map(wanted.map((figure) => [figure.name, figure]));
}

function weekFigure(book: Book, weeks: readonly ForecastWeek[], metrics: Metrics): WireFigure {
  const { from } = periodOf('week', book.today);
  const left = weeks.find(({ weekStart }) => weekStart === from);
  const week = whole(left, receivedIn(metrics, 'cash_week', book)) ?? undefined;
  const band = week && { low: week.p10, expected: week.expected, high: week.p90 };
  return forecastFigure('forecast_week', book, from, band);
}

function landingFigure(book: Book, weeks: readonly ForecastWeek[], metrics: Metrics): WireFigure {
  const received = receivedIn(metrics, 'cash_month', book);
  const { from } = periodOf('month', book.today);
  return forecastFigure('landing', book, from, landing(received, weeks, book.today));
}

function receivedIn(metrics: Metrics, name: MetricName, { currency }: Book): bigint {
  return parseMinor(metrics.get(name)?.value ?? '0', decimalsOf(currency)) ?? 0n;
}

function forecastFigure(
  name: 'forecast_week' | 'landing',
  { currency, today }: Book,
  from: Day,
  band: Landing | undefined,
): WireFigure {
  const written = (minor: bigint | undefined): string | null =>
    minor === undefined ? null : formatMinor(minor, decimalsOf(currency));
  return {
    name,
    unit: 'money',
    value: written(band?.expected),
    low: written(band?.low),
    high: written(band?.high),
    formula: formulas[name],
    source: 'forecast',
    period: { from, to: today },
    parts: [],
  };
}

function expectedFigure({ currency, today }: Book, metrics: Metrics): WireFigure {
  const promised = metrics.get('promised_7');
  const kept = metrics.get('kept_rate');
  const decimals = decimalsOf(currency);
  const amountOf = (figure: WireFigure | undefined, role: string): bigint =>
    parseMinor(figure?.parts.find((part) => part.role === role)?.value ?? '0', decimals) ?? 0n;
  const ended = amountOf(kept, 'denominator');
  const expected = amountOf(promised, 'value') * amountOf(kept, 'numerator');
  return {
    name: 'expected_7',
    unit: 'money',
    value: ended > 0n ? formatMinor(divideHalfUp(expected, ended), decimals) : null,
    low: null,
    high: null,
    formula: formulas.expected_7,
    source: 'policy',
    period: periodOf('quarter', today),
    parts: [...(promised?.parts ?? []), ...(kept?.parts ?? [])],
  };
}

function chasedFigure({ today }: Book, chased: number): WireFigure {
  return {
    name: 'false_chase',
    unit: 'count',
    value: String(chased),
    low: null,
    high: null,
    formula: formulas.false_chase,
    source: 'policy: must be 0',
    period: periodOf('month', today),
    parts: [{ name: 'chased', role: 'value', kind: 'count', value: String(chased), rows: true }],
  };
}
