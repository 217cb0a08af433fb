/**
 * On which side of an experiment an account stands: by chance, and always on the same side.
 *
 * The chance is a hash of the account and the experiment, so that no run draws lots twice and a
 * replay finds everybody where they were.
 */
import type { Decimal } from '#kernel/decimal.ts';
import type { Experiment } from './document.ts';

export const arms = ['champion', 'challenger'] as const;
export type Arm = (typeof arms)[number];

/** Half up to a hundredth of a percent of the accounts go to the challenger. */
export function armOf(account: string, champion: string, experiment: Experiment): Arm {
  const lot = hash(`${champion}/${experiment.challenger}/${account}`) % 10_000;
  return lot < hundredths(experiment.sharePct) ? 'challenger' : 'champion';
}

function hundredths({ units, scale }: Decimal): number {
  return Math.round(Number(units) * 10 ** (2 - scale));
}

/** FNV-1a with a last stir, so that numbers that follow each other fall far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
