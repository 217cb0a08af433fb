/**
 * `npm run bench -- read`: fifty megabytes of BAI2, NACHA, camt.053 and MT940, made in the run and
 * read in a process of its own, beside one that only splits the same bytes into lines.
 *
 * Seconds are those of reading and telling the figures, from the bytes on the disk; memory
 * is the most that the whole process held, Node itself included: for the figures, and for
 * every line told as JSON.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type LargeFormat, largeFormats, writeLarge } from './write-large.ts';
import { peakOf } from './measure.ts';

const megabytes = 50;
/** As `dunlin read` starts; see bin/run.mjs. */
const littleRoom = ['--max-semi-space-size=4', '--optimize-for-size'];
const bar = { seconds: 5, megabytes: 256 };

/** Writes the files, reads each and prints the figures beside the baseline's. */
export async function tellReading(home: string, say: (line: string) => void): Promise<void> {
  const folder = path.join(home, 'read');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(row(['file', 'size', 'ours', 'lines only', 'memory', 'told whole', 'lines only', 'bar']));
  for (const format of largeFormats) {
    const file = path.join(folder, `large.${format}`);
    writeLarge(file, format, megabytes * 1_000_000);
    const size = `${(statSync(file).size / 1_000_000).toFixed(1)} MB`;
    // One after the other, so that neither takes the processor from the other.
    const baseline = await run(file, format, 'lines');
    const ours = await run(file, format, 'read');
    const told = await run(file, format, 'told');
    const most = Math.max(ours.peak ?? 0, told.peak ?? 0);
    const kept = ours.seconds <= bar.seconds && most <= bar.megabytes;
    say(
      row([
        format,
        size,
        `${ours.seconds.toFixed(2)} s`,
        `${baseline.seconds.toFixed(2)} s`,
        memory(ours.peak),
        memory(told.peak),
        memory(baseline.peak),
        kept ? 'kept' : 'MISSED',
      ]),
    );
    say(`  ${ours.told}`);
  }
}

type Run = { readonly seconds: number; readonly peak: number | undefined; readonly told: string };

type How = 'read' | 'told' | 'lines';

async function run(file: string, format: LargeFormat, how: How): Promise<Run> {
  const script = path.join(import.meta.dirname, 'read-one.ts');
  const child = spawn(process.execPath, [...littleRoom, script, file, format, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const peak = await peakOf(child);
  const [seconds = '0', ...told] = out.trim().split(' ');
  return { seconds: Number(seconds), peak, told: told.join(' ').slice(0, 150) };
}

function memory(peak: number | undefined): string {
  return peak === undefined ? 'unknown' : `${peak.toFixed(0)} MB`;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(11))).join(' ');
}
