/**
 * How much an explanation is worth: first against its rivals, then as a chance of being right.
 *
 *   marks ──first weights──▶ rank ──second weights, lead over the rival──▶ confidence
 *
 * Both sets of weights are data, learned from confirmed payments by `dunlin match`; a desk
 * without a history starts with the standard ones. Confidence never makes a tie an answer:
 * that is decided apart, in unattended.ts.
 */
import { type Explanation, strengths } from './case.ts';
import { type Weights, chance, logOdds } from './logistic.ts';

export type Calibration = {
  /** Ranks explanations of one receipt. */
  readonly rank: Weights;
  /** Turns the best one's marks and its lead into a chance. */
  readonly trust: Weights;
};

export type Ranked = { readonly explanation: Explanation; readonly odds: number };

/** The names that ranking is learned on: the marks and what they mean together. */
export function rankNames(explanation: Explanation): string[] {
  const { marks } = explanation;
  const evidence = markOf(marks, 'ref:', 'shape:', 'whole:', 'return:');
  const amount = markOf(marks, 'amount:');
  const payer = markOf(marks, 'payer:');
  const size = markOf(marks, 'refs:', 'size:');
  const choice = markOf(marks, 'choice:', 'equals:', 'near:', 'orders:', 'near_ones:');
  const cites = markOf(marks, 'cites_paid');
  return [
    'any',
    ...marks,
    `${evidence} ${amount}`,
    `${evidence} ${payer}`,
    `${evidence} ${amount} ${payer}`,
    `${evidence} ${size} ${choice}`,
    `${evidence} ${choice} ${markOf(marks, 'pool:', 'open:')}`,
    `${evidence} ${amount} ${markOf(marks, 'says:')}`,
    `${evidence} ${choice} ${markOf(marks, 'says:')} ${markOf(marks, 'rail:check')}`,
    `${evidence} ${markOf(marks, 'begins:')} ${cites}`,
    `${evidence} ${amount} ${markOf(marks, 'share:')}`,
    `${evidence} ${markOf(marks, 'luck:')} ${choice}`,
    `${markOf(marks, 'rest:')} ${markOf(marks, 'luck:')}`,
    `${evidence} ${markOf(marks, 'twin_seen')} ${cites} ${amount}`,
    `${evidence} ${markOf(marks, 'twin:')} ${markOf(marks, 'numbers:')} ${cites}`,
    `${markOf(marks, 'rest:')} ${choice} ${markOf(marks, 'pool:')}`,
  ];
}

function markOf(marks: readonly string[], ...starts: readonly string[]): string {
  return marks.find((mark) => starts.some((start) => mark.startsWith(start))) ?? '-';
}

/** Best first; equal odds fall to the stronger kind of evidence, then to the fewer items. */
export function ranked(explanations: readonly Explanation[], calibration: Calibration): Ranked[] {
  const list = explanations
    .map((explanation) => ({
      explanation,
      odds: logOdds(calibration.rank, rankNames(explanation)),
    }))
    .toSorted(
      (a, b) =>
        b.odds - a.odds ||
        strengths.indexOf(a.explanation.rests) - strengths.indexOf(b.explanation.rests) ||
        a.explanation.allocations.length - b.explanation.allocations.length,
    );
  return singleFirst([...list.filter((one) => !isAlone(one)), ...list.filter(isAlone)]);
}

/** An equal amount alone comes behind whatever says whose money it is. */
function isAlone({ explanation: { rests } }: Ranked): boolean {
  return rests === 'amount_alone';
}

/** One item of the amount before several that make it, unless this payer pays so (P-12). */
function singleFirst(list: Ranked[]): Ranked[] {
  const [best] = list;
  if (best?.explanation.rests !== 'structure') return list;
  if (best.explanation.marks.includes('habit')) return list;
  const single = list.find(
    ({ explanation: { rests, accountId, marks } }) =>
      rests === 'single' &&
      accountId === best.explanation.accountId &&
      marks.includes('amount:equal') &&
      marks.includes('place:0'),
  );
  return single ? [single, ...list.filter((one) => one !== single)] : list;
}

/** The names that trust is learned on: how good the best is and how far ahead. */
export function trustNames(list: readonly Ranked[]): string[] {
  const [best, second] = list;
  if (!best) return ['nothing'];
  const { marks } = best.explanation;
  const evidence = markOf(marks, 'ref:', 'shape:', 'whole:', 'return:');
  const amount = markOf(marks, 'amount:');
  const lead = second ? step(best.odds - second.odds, 1, 8) : 'alone';
  const own = step(best.odds, 1, 8);
  return [
    'any',
    `odds ${own}`,
    `lead ${lead}`,
    `${evidence} ${amount}`,
    `${evidence} lead ${lead}`,
    `${evidence} ${markOf(marks, 'luck:')}`,
    `rests ${best.explanation.rests} over ${second?.explanation.rests ?? 'none'}`,
    ...marks,
  ];
}

/** In steps, so that the chance need not grow evenly. */
function step(value: number, width: number, most: number): string {
  return String(Math.max(-most, Math.min(most, Math.floor(value / width))));
}

export function confidenceOf(list: readonly Ranked[], calibration: Calibration): number {
  const odds = logOdds(calibration.trust, trustNames(list));
  return Math.round(chance(odds) * 1e6) / 1e6;
}
