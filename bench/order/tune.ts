const T: any = ((globalThis as any).T = {});
const { nobody, oracle, ours } = await import('./policies.ts');
const { warmUp } = await import('./learning.ts');
const { standardSettings } = await import('./world.ts');
const { work } = await import('./desk.ts');
const seeds = (process.env['SEEDS'] ?? '1,2,3').split(',').map(Number);
const settings = { ...standardSettings, ...JSON.parse(process.env['SET'] ?? '{}') };
const variants = JSON.parse(process.argv[2] ?? '[{}]');
const rows: string[][] = [];
for (const seed of seeds) {
  const base = work(seed, settings, nobody).cash;
  const top = work(seed, settings, oracle).cash;
  const row = [];
  for (const v of variants) {
    for (const k of Object.keys(T)) delete T[k];
    Object.assign(T, v);
    const learned = v.none ? undefined : warmUp(seed + 5000, settings);
    row.push((work(seed, settings, ours('x', learned)).cash - base) / (top - base));
  }
  console.log(seed, row.map((x) => x.toFixed(3)).join('  '));
}
