import { nobody, oracle, ours, practice } from './order/policies.ts';
import { warmUp } from './order/learning.ts';
import { type Settings, standardSettings } from './order/world.ts';
import { work } from './order/desk.ts';
const seeds = Number(process.env['SEEDS'] ?? '3');
const settings: Settings = { ...standardSettings, ...JSON.parse(process.env['SET'] ?? '{}') };
const table = new Map<string, number[]>();
for (let seed = 1; seed <= seeds; seed += 1) {
  const t0 = performance.now();
  const learned = warmUp(seed + 5000, settings);
  const t1 = performance.now();
  const base = work(seed, settings, nobody);
  const top = work(seed, settings, oracle);
  for (const policy of [...practice, ours('ours, nothing learned', undefined), ours('ours, learned', learned)]) {
    const run = work(seed, settings, policy);
    const share = (run.cash - base.cash) / (top.cash - base.cash);
    table.set(policy.name, [...(table.get(policy.name) ?? []), share]);
  }
  console.log(seed, (top.cash - base.cash) / base.cash, Math.round(t1 - t0), Math.round(performance.now() - t1), learned?.leftAlone, learned?.worked);
}
for (const [name, shares] of table) {
  const s = shares.toSorted((a, b) => a - b);
  console.log(name.padEnd(26), s[s.length >> 1]?.toFixed(3), s[0]?.toFixed(2), s.at(-1)?.toFixed(2));
}
