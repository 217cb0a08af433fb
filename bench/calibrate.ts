/**
 * `npm run bench -- calibrate DIR`: learns the standard calibration of cash matching from the
 * history of a folder and writes it where the engine reads it.
 *
 * Only confirmed past payments teach it; what the folder asks to be decided is never read.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readMatchingSet } from '#areas/cash/commands/matching-set.ts';
import { calibrationOf } from '#areas/cash/rules/matching/learn.ts';
import { standardMatchingPolicy } from '#areas/cash/rules/matching/policy.ts';

const file = path.join(
  import.meta.dirname,
  '../src/areas/cash/rules/matching/standard-calibration.ts',
);

export function tellCalibration(folder: string, say: (line: string) => void): void {
  const { history, before } = readMatchingSet(folder);
  const { rank, trust } = calibrationOf(history, before, standardMatchingPolicy);
  const text = `/**
 * What a desk without a history of its own starts with: \`npm run bench -- calibrate DIR\`
 * learns it from confirmed payments, and nobody edits it. The names are those of confidence.ts.
 */
import { type Calibration } from './confidence.ts';
import { type Weights } from './logistic.ts';

const rank = \`
${lines(rank)}\`;

const trust = \`
${lines(trust)}\`;

export const standardCalibration: Calibration = { rank: weights(rank), trust: weights(trust) };

function weights(text: string): Weights {
  const pairs = text.split(/[\\n;]/u).map((line) => line.split('='));
  return Object.fromEntries(pairs.map(([name = '', weight]) => [name.trim(), Number(weight ?? 0)]));
}
`;
  writeFileSync(file, text);
  say(`${Object.keys(rank).length} and ${Object.keys(trust).length} weights → ${file}`);
}

/** As many to a line as fit, so that the file stays a page or two. */
function lines(weights: Readonly<Record<string, number>>): string {
  const pairs = Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${name}=${weight.toFixed(2)}`);
  const rows: string[] = [];
  for (const pair of pairs) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + pair.length < 96)
      rows[rows.length - 1] = `${last}; ${pair}`;
    else rows.push(pair);
  }
  return rows.join(';\n');
}
