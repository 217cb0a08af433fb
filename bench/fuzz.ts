/**
 * `npm run bench -- fuzz`: every reader of outside files meets a million bytes that are not
 * what they were, a few in each copy of its samples.
 *
 * A crash is a reader that throws, or a refusal that names no record. Copies come from a
 * seed: `FUZZ_SEED=7` runs others, `FUZZ_BYTES=100000` fewer.
 */
import { type Mutation, mutationsOf } from '#test/support/mutated.ts';
import { type Survivor, survivors, unnamed } from '#test/support/survival.ts';

/** One that takes longer holds up whoever waits for the file. */
const longestRead = 1000;

type Met = {
  readonly format: string;
  files: number;
  changed: number;
  refused: number;
  crashes: number;
  slowest: number;
};

/** Runs every reader and prints its figures; fails the run when any of them crashed. */
export function tellFuzz(say: (line: string) => void): void {
  const most = Number(process.env['FUZZ_BYTES'] ?? '1000000');
  const seed = Number(process.env['FUZZ_SEED'] ?? '1');
  say(`seed ${seed}, ${most} bytes changed for each reader\n`);
  say(row(['reader', 'files', 'bytes', 'refused', 'slowest', 'crashes']));
  const all = survivors().map((survivor) => {
    const met = meetAll(survivor, { most, seed, say });
    const slowest = `${met.slowest.toFixed(0)} ms`;
    say(row([met.format, met.files, met.changed, met.refused, slowest, met.crashes]));
    return met;
  });
  const crashes = all.reduce((sum, met) => sum + met.crashes, 0);
  const slow = all.filter(({ slowest }) => slowest > longestRead);
  const bytes = all.reduce((sum, { changed }) => sum + changed, 0);
  say(`\n${bytes} bytes changed, crashes = ${crashes}, readers that stalled = ${slow.length}`);
  if (crashes > 0) process.exitCode = 1;
}

type Run = {
  readonly most: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

function meetAll(survivor: Survivor, { most, seed, say }: Run): Met {
  const { format, samples } = survivor;
  const met: Met = { format, files: 0, changed: 0, refused: 0, crashes: 0, slowest: 0 };
  const sources = samples.map(({ name, bytes }, at) => ({
    name,
    mutations: mutationsOf(bytes, seed * 1000 + at),
  }));
  while (met.changed < most) {
    for (const { name, mutations } of sources) {
      const wrong = meetOne(survivor, mutations.next().value, met);
      if (wrong === undefined) continue;
      met.crashes += 1;
      if (met.crashes <= 5) say(`${format}: ${name}, copy ${met.files}: ${wrong}`);
    }
  }
  return met;
}

/** What went wrong, if anything. */
function meetOne({ meet }: Survivor, { bytes, changed }: Mutation, met: Met): string | undefined {
  met.files += 1;
  met.changed += changed;
  // The processor's time: what else the machine does is no fault of the reader's.
  const began = process.cpuUsage();
  try {
    const outcome = meet(bytes);
    if (!outcome.ok) met.refused += 1;
    return unnamed(outcome);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    const { user, system } = process.cpuUsage(began);
    met.slowest = Math.max(met.slowest, (user + system) / 1000);
  }
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(18) : String(cell).padStart(10)))
    .join(' ');
}
