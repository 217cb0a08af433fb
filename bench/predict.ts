/**
 * `npm run bench -- predict DIR`: payment days predicted for every snapshot of a folder and held
 * against what came, beside what most desks do: the due day, the due day and the customer's mean
 * delay, and what the customer did before without a model.
 *
 * The folder holds known/SET/DAY.csv, what was known that day, and truth/SET/DAY.csv, what came.
 * Only this bench reads the latter, and only to count.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { day } from '#kernel/day.ts';
import { readCsv } from '#formats/csv/read.ts';
import { readKnown } from '#areas/forecast/commands/known-file.ts';
import { toNumber } from '#areas/forecast/rules/days.ts';
import type { KnownItem } from '#areas/forecast/rules/known-item.ts';
import {
  type ModelKind,
  type Prediction,
  learn,
  predictOpen,
} from '#areas/forecast/rules/predict.ts';

type Say = (line: string) => void;

/** One open invoice of one snapshot: what came, and what each way of predicting said. */
type Told = {
  readonly customerId: string;
  readonly paidOn: number;
  readonly dueOn: number;
  readonly asOf: number;
  readonly said: ReadonlyMap<Way, Said>;
};
type Said = Pick<Prediction, 'p10' | 'p50' | 'p90' | 'late' | 'late30'>;
type Way = (typeof ways)[number];

const ways = ['due day', 'mean delay', 'empirical', 'logistic', 'ensemble'] as const;
const models: readonly ModelKind[] = ['empirical', 'logistic', 'ensemble'];
const draws = 1000;

export function tellPredict(folder: string, say: Say): void {
  for (const set of readdirSync(path.join(folder, 'known'))) {
    const began = performance.now();
    const took = new Map<Way, number>();
    const told = snapshotsOf(folder, set).flatMap((on) => tellSnapshot(folder, set, on, took));
    say(`${set}: ${told.length} open invoices, ${seconds(performance.now() - began)}`);
    say(row('', ways));
    for (const [name, figure] of figures)
      say(
        row(
          name,
          ways.map((way) => figure(told, way)),
        ),
      );
    say(
      row(
        'time',
        ways.map((way) => seconds(took.get(way) ?? 0)),
      ),
    );
    for (const way of ['logistic', 'ensemble'] as const) say(betterThanEmpirical(told, way));
    say('');
  }
}

function snapshotsOf(folder: string, set: string): string[] {
  return readdirSync(path.join(folder, 'known', set)).map((file) => path.basename(file, '.csv'));
}

function tellSnapshot(folder: string, set: string, on: string, took: Map<Way, number>): Told[] {
  const asOf = toNumber(day(on));
  const items = readKnown(path.join(folder, 'known', set, `${on}.csv`));
  const came = truthOf(path.join(folder, 'truth', set, `${on}.csv`));
  const said = new Map<Way, Map<string, Said>>();
  for (const kind of models) {
    const began = performance.now();
    const predictions = predictOpen(items, asOf, learn(items, asOf, kind));
    took.set(kind, (took.get(kind) ?? 0) + performance.now() - began);
    said.set(kind, new Map(predictions.map((each) => [each.item.invoiceId, each])));
  }
  const delays = meanDelays(items);
  return items
    .filter(({ invoiceId }) => came.has(invoiceId))
    .map((item) => {
      const simple = (p50: number): Said => ({ p10: p50, p50, p90: p50, late: 0, late30: 0 });
      const usual = item.dueOn + Math.round(delays.get(item.customerId) ?? delays.get('') ?? 0);
      const each = models.flatMap((kind) => {
        const found = said.get(kind)?.get(item.invoiceId);
        return found ? [[kind, found] as const] : [];
      });
      return {
        customerId: item.customerId,
        paidOn: came.get(item.invoiceId) ?? 0,
        dueOn: item.dueOn,
        asOf,
        said: new Map<Way, Said>([
          ['due day', simple(Math.max(item.dueOn, asOf + 1))],
          ['mean delay', simple(Math.max(usual, asOf + 1))],
          ...each,
        ]),
      };
    });
}

function truthOf(file: string): Map<string, number> {
  const { columns, rows } = readCsv(readFileSync(file));
  const [number, paid] = [columns.indexOf('invoice_id'), columns.indexOf('paid_date')];
  return new Map(rows.map(({ cells }) => [cells[number] ?? '', toNumber(day(cells[paid] ?? ''))]));
}

/** By customer; under no name that of all. */
function meanDelays(items: readonly KnownItem[]): Map<string, number> {
  const sums = new Map<string, { sum: number; many: number }>();
  for (const { customerId, paidOn, dueOn } of items) {
    if (paidOn === null) continue;
    for (const key of [customerId, '']) {
      const { sum, many } = sums.get(key) ?? { sum: 0, many: 0 };
      sums.set(key, { sum: sum + paidOn - dueOn, many: many + 1 });
    }
  }
  return new Map([...sums].map(([key, { sum, many }]) => [key, sum / many]));
}

const figures: readonly (readonly [string, (told: readonly Told[], way: Way) => string])[] = [
  ['mean miss, days', (told, way) => mean(told.map((one) => missOf(one, way))).toFixed(2)],
  [
    'within 5 days',
    (told, way) => mean(told.map((one) => (missOf(one, way) <= 5 ? 1 : 0))).toFixed(3),
  ],
  ['inside its interval', (told, way) => mean(told.map((one) => inside(one, way))).toFixed(3)],
  [
    'late, AUC',
    (told, way) =>
      auc(
        told.filter((one) => one.dueOn >= one.asOf),
        way,
        'late',
        0,
      ),
  ],
  [
    'over 30 late, AUC',
    (told, way) =>
      auc(
        told.filter((one) => one.dueOn + 30 >= one.asOf),
        way,
        'late30',
        30,
      ),
  ],
];

function missOf({ paidOn, said }: Told, way: Way): number {
  return Math.abs((said.get(way)?.p50 ?? 0) - paidOn);
}

function inside({ paidOn, said }: Told, way: Way): number {
  const found = said.get(way);
  return found && found.p10 <= paidOn && paidOn <= found.p90 ? 1 : 0;
}

/** The chance that a late one was called more likely late than one on time; ties count half. */
function auc(told: readonly Told[], way: Way, chance: 'late' | 'late30', days: number): string {
  const ranked = told
    .map((one) => ({
      said: one.said.get(way)?.[chance] ?? 0,
      late: one.paidOn > one.dueOn + days,
    }))
    .toSorted((a, b) => a.said - b.said);
  const late = ranked.filter((each) => each.late).length;
  const pairs = late * (ranked.length - late);
  if (pairs === 0) return '–';
  let sum = 0;
  for (let at = 0; at < ranked.length;) {
    let to = at;
    while (to < ranked.length && ranked[to]?.said === ranked[at]?.said) to += 1;
    const tied = ranked.slice(at, to).filter((each) => each.late).length;
    sum += tied * ((at + 1 + to) / 2);
    at = to;
  }
  return ((sum - (late * (late + 1)) / 2) / pairs).toFixed(3);
}

/** Whole customers drawn again and again: how much smaller the miss is, 19 times in 20. */
function betterThanEmpirical(told: readonly Told[], way: Way): string {
  const byCustomer = new Map<string, { sum: number; many: number }>();
  for (const one of told) {
    const { sum, many } = byCustomer.get(one.customerId) ?? { sum: 0, many: 0 };
    const less = missOf(one, 'empirical') - missOf(one, way);
    byCustomer.set(one.customerId, { sum: sum + less, many: many + 1 });
  }
  const customers = [...byCustomer.values()];
  const next = drawing(17);
  const drawn = Array.from({ length: draws }, () => {
    let sum = 0;
    let many = 0;
    for (let at = 0; at < customers.length; at += 1) {
      const one = customers[Math.floor(next() * customers.length)];
      sum += one?.sum ?? 0;
      many += one?.many ?? 0;
    }
    return sum / many;
  }).toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [drawn[Math.floor(draws * 0.025)], drawn[Math.floor(draws * 0.975)]];
  const days = `${low.toFixed(2)} to ${high.toFixed(2)} days`;
  return `${way} misses by ${days} less than empirical (95 in 100)`;
}

function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / Math.max(list.length, 1);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join('');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
