/**
 * `npm run bench -- order`: the order of work on an invented book whose causes are known, beside
 * common practice and an oracle that knows who pays by what habit.
 *
 *     BENCH_SEEDS=3          another number of worlds
 *     BENCH_CUSTOMERS=1000   smaller ones
 *
 * What a policy adds is exact: the same luck with nobody at work is the baseline. These are facts
 * about this simulator, whose numbers are assumptions, and not about the world.
 */
import { type Policy, type Run, work } from './order/desk.ts';
import { warmUp } from './order/learning.ts';
import { measure } from './order/measuring.ts';
import { nobody, oracle, ours, practice } from './order/policies.ts';
import { type Settings, standardSettings } from './order/world.ts';

type Say = (line: string) => void;

export function tellOrder(say: Say): void {
  const seeds = Number(process.env['BENCH_SEEDS'] ?? '5');
  const customers = Number(process.env['BENCH_CUSTOMERS'] ?? '4000');
  const settings = { ...standardSettings, customers };
  say(`${customers} customers, ${settings.days} days, ${seeds} worlds; median [least..most]\n`);
  tellPolicies('one collector', settings, seeds, say);
  const few = Math.max(2, Math.round(seeds / 2));
  const others: readonly (readonly [string, Partial<Settings>])[] = [
    ['two collectors', { collectors: 2 }],
    ['three collectors', { collectors: 3 }],
    ['the segment tells the habit in 20 %', { signal: 0.2 }],
    ['the segment tells the habit in 90 %', { signal: 0.9 }],
    ['nobody is annoyed by calls', { sensitive: 0 }],
    ['20 % are annoyed by calls', { sensitive: 0.2 }],
  ];
  for (const [name, stated] of others) {
    tellPolicies(name, { ...settings, ...stated }, few, say, [ourRivals, ['oracle, calls']].flat());
  }
  tellMeasuring(settings, seeds, say);
}

const ourRivals = ['largest overdue', 'risk × amount', 'ours, nothing learned', 'ours, learned'];

type Row = { readonly share: number; readonly cash: number; readonly days: number; hour: number };

function tellPolicies(
  title: string,
  settings: Settings,
  seeds: number,
  say: Say,
  only?: readonly string[],
): void {
  const rows = new Map<string, Row[]>();
  for (let seed = 1; seed <= seeds; seed += 1) {
    const learned = warmUp(seed + 5000, settings);
    const mine = [ours('ours, nothing learned', undefined), ours('ours, learned', learned)];
    const policies = [...practice, ...mine, oracle].filter(
      ({ name }) => only?.includes(name) ?? true,
    );
    const base = work(seed, settings, nobody);
    const best = work(seed, settings, oracle);
    for (const policy of policies) {
      const row = rowOf(policy, { base, best, seed, settings });
      rows.set(policy.name, [...(rows.get(policy.name) ?? []), row]);
    }
  }
  say(`\n${title}, ${seeds} worlds`);
  say(
    `${'policy'.padEnd(24)}${'of the oracle'.padEnd(20)}${'incremental'.padEnd(14)}` +
      `${'overdue days'.padEnd(14)}per hour`,
  );
  for (const [name, its] of rows) {
    const cash = `${(100 * median(its.map((row) => row.cash))).toFixed(1)} %`;
    const days = `${(100 * median(its.map((row) => row.days))).toFixed(1)} %`;
    const hour = Math.round(median(its.map((row) => row.hour)) / 100).toLocaleString('en');
    say(
      `${name.padEnd(24)}${spread(its.map((row) => row.share)).padEnd(20)}${cash.padEnd(14)}` +
        `${days.padEnd(14)}$${hour}`,
    );
  }
}

type World = {
  readonly base: Run;
  readonly best: Run;
  readonly seed: number;
  readonly settings: Settings;
};

function rowOf(policy: Policy, { base, best, seed, settings }: World): Row {
  const run = policy === oracle ? best : work(seed, settings, policy);
  const added = run.cash - base.cash;
  return {
    share: added / (best.cash - base.cash),
    cash: added / base.cash,
    days: 1 - run.centDays / base.centDays,
    hour: added / (run.minutes / 60),
  };
}

/** The control group in a world where work works, and in one where it does nothing. */
function tellMeasuring(settings: Settings, seeds: number, say: Say): void {
  const terms = { sharePct: 10, most: 10n ** 15n, warmUpUntil: null };
  say(
    `\nthe control group, ${seeds * 4} worlds of ${Math.round(settings.customers / 4)} customers`,
  );
  for (const works of [true, false]) {
    const small = { ...settings, customers: Math.round(settings.customers / 4), works };
    const all = Array.from({ length: seeds * 4 }, (_, at) => measure(at + 1, small, terms));
    const covered = all.filter(({ planted, uplift: { share } }) => {
      return share !== null && share.low <= planted && planted <= share.high;
    });
    const claimed = all.filter(({ uplift: { claim } }) => claim === 'gain');
    const planted = (100 * median(all.map((each) => each.planted))).toFixed(1);
    const found = (100 * median(all.map(({ uplift }) => uplift.share?.at ?? 0))).toFixed(1);
    say(
      `${(works ? 'work works' : 'work does nothing').padEnd(24)}planted ${planted} points, ` +
        `measured ${found}; interval covers it in ${covered.length} of ${all.length}; ` +
        `a gain is claimed in ${claimed.length}`,
    );
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(2)} [${least.toFixed(2)}..${most.toFixed(2)}]`;
}
