/** How things are timed: medians of interleaved runs, so that both sides meet the same machine. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export type Work = () => Promise<unknown>;

/** Medians in milliseconds of `runs` runs of each work, one after the other in turn. */
export async function interleaved(runs: number, works: readonly Work[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  // The first round warms caches and plans, and counts for nothing.
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const took = await timed(work);
      if (run > 0) times[index]?.push(took);
    }
  }
  return times.map(median);
}

/** Milliseconds that a work took. */
export async function timed(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(times: readonly number[]): number {
  return percentile(times, 50);
}

/** The nearest-rank percentile of the times; 0 of none. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

/** The most memory that a process held, in megabytes; only Linux tells. Throws when it fails. */
export async function peakOf(child: ChildProcess): Promise<number | undefined> {
  const ended = once(child, 'exit');
  let peak: number | undefined;
  const look = setInterval(() => {
    peak = residentPeak(child.pid) ?? peak;
  }, 100);
  try {
    const [code] = await ended;
    if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`);
    return peak;
  } finally {
    clearInterval(look);
  }
}

/** What a process holds now, in megabytes; only Linux tells. */
export function residentNow(pid: number | undefined): number | undefined {
  return resident(pid, /^VmRSS:\s+(\d+)/mu);
}

function residentPeak(pid: number | undefined): number | undefined {
  return resident(pid, /^VmHWM:\s+(\d+)/mu);
}

function resident(pid: number | undefined, line: RegExp): number | undefined {
  try {
    const kilobytes = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
