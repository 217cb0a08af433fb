/**
 * Figures as anybody asks for them: computed from the sums of their parts, never remembered.
 *
 * Questions about the same accounts, day and period share their readings of the book, so a
 * whole page of tiles costs little more than one.
 */
import type { Id } from '#kernel/ids.ts';
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Phrase } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { variantOf } from '../rules/catalogue.ts';
import {
  type MetricKey,
  type PartKind,
  type PartName,
  type PartRole,
  type Unit,
  type Variant,
  sumsOf,
  writtenPart,
} from '../rules/metric.ts';
import { type Period, usualPeriod } from '../rules/period.ts';
import type { Question, Scope } from '../store/asked.ts';
import { partsOf } from '../store/parts.ts';
import { readingOf } from '../store/reading.ts';
import { ageByMonth, partSums, salesByMonth } from '../store/sums.ts';
import { formulaOf } from '../words/formulas.ts';

export type Asked = {
  readonly metric: MetricKey;
  /** Default: the metric's first. */
  readonly variant?: string | undefined;
  readonly scope: Scope;
  readonly asOf: Day;
  /** Null: as known now. */
  readonly knownAt: Instant | null;
  readonly period: Period;
};

export type FigurePart = {
  /** Stable name; the month of one has it behind a colon: `sales:2026-08`. */
  readonly name: string;
  readonly role: PartRole;
  readonly kind: PartKind;
  readonly value: string;
  /** Whether it opens to rows. */
  readonly rows: boolean;
};

export type Figure = {
  readonly metric: MetricKey;
  readonly variant: string;
  readonly unit: Unit;
  /** A decimal string; null: there is no value, because there is nothing to divide by. */
  readonly value: string | null;
  /** Of amounts and of parts in money. */
  readonly currency: string;
  readonly parts: readonly FigurePart[];
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly period: Period;
  readonly formula: Phrase;
  readonly source: string;
};

/** One figure. Throws for a variant that the metric does not have; ask `variantOf` first. */
export async function measure(db: Queries, asked: Asked): Promise<Figure> {
  const [figure] = await measures(db, [asked]);
  if (!figure) throw new Error(`no figure of ${asked.metric}`);
  return figure;
}

/** Many figures, in the order asked for. */
export async function measures(db: Queries, asked: readonly Asked[]): Promise<Figure[]> {
  const wanted = asked.map((each) => ({ asked: each, variant: theVariant(each) }));
  const alike = Map.groupBy(wanted, ({ asked: each }) => sameBook(each));
  const figures = new Map<Asked, Figure>();
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const sums = await sumsFor(
      db,
      first.asked,
      group.map(({ variant }) => variant),
    );
    for (const one of group) figures.set(one.asked, figureOf(one.asked, one.variant, sums));
  }
  return asked.flatMap((each) => figures.get(each) ?? []);
}

/** The figure on each of these days, each over the months that the question's period is long. */
export async function series(
  db: Queries,
  asked: Asked,
  steps: readonly Day[],
  periodUpTo: (day: Day) => Period = usualPeriod,
): Promise<Figure[]> {
  return measures(
    db,
    steps.map((asOf) => ({ ...asked, asOf, period: periodUpTo(asOf) })),
  );
}

function theVariant({ metric, variant }: Asked): Variant {
  const found = variantOf(metric, variant);
  if (!found) throw new Error(`${metric} has no variant ${variant ?? ''}`);
  return found;
}

function sameBook({ scope, asOf, knownAt, period }: Asked): string {
  return JSON.stringify([scope, asOf, knownAt, period]);
}

const nothing: ReadonlyMap<string, bigint> = new Map();

async function sumsFor(
  db: Queries,
  question: Question,
  variants: readonly Variant[],
): Promise<Map<string, bigint>> {
  const names = new Set(variants.flatMap(({ parts }) => parts.map(({ name }) => name)));
  const months = new Set(variants.flatMap(({ byMonth = [] }) => byMonth.map(({ name }) => name)));
  const reading = readingOf(db, question);
  const [sums, sales, ages] = await Promise.all([
    partSums(db, question, names, reading),
    months.has('sales') ? salesByMonth(db, question, reading) : nothing,
    months.has('open_age') ? ageByMonth(db, question, reading) : nothing,
  ]);
  return new Map([...sums, ...sales, ...ages]);
}

function figureOf(asked: Asked, variant: Variant, sums: ReadonlyMap<string, bigint>): Figure {
  const { currency } = asked.scope;
  const { asOf, knownAt, period } = asked;
  return {
    metric: variant.metric,
    variant: variant.variant,
    unit: variant.unit,
    value: variant.value(sumsOf(sums, currency), asked),
    currency,
    parts: partsShown(asked, variant, sums),
    asOf,
    knownAt,
    period,
    formula: formulaOf(variant.metric, variant.variant),
    source: variant.source,
  };
}

function partsShown(
  asked: Asked,
  variant: Variant,
  sums: ReadonlyMap<string, bigint>,
): FigurePart[] {
  const { currency } = asked.scope;
  const kinds = partsOf(asked);
  const shown = (name: string, part: PartName, role: PartRole): FigurePart => ({
    name,
    role,
    kind: kinds[part].kind,
    value: writtenPart(sums.get(name) ?? 0n, kinds[part].kind, currency),
    rows: kinds[part].rows,
  });
  const plain = variant.parts.map(({ name, role }) => shown(name, name, role));
  const monthly = (variant.byMonth ?? []).flatMap(({ name: part, role }) =>
    [...sums.keys()]
      .filter((name) => name.startsWith(`${part}:`) && sums.get(name) !== 0n)
      .map((name) => shown(name, part, role)),
  );
  return [...plain, ...monthly];
}

/** The scope of a whole company in its currency. */
export function wholeCompany(companyId: Id, currency: Scope['currency']): Scope {
  return { companyId, collectorId: null, customerId: null, currency };
}
