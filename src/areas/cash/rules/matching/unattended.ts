/**
 * Whether the best explanation may be posted with nobody looking.
 *
 * Confidence is necessary and not enough. A second explanation of equal evidence is a question
 * for a person however confident the figures are (case P-12, I-7); a sum that merely fits is
 * posted only where policy says so (P-11); a name that was cut, shortened or mistyped suggests
 * and no more until somebody has confirmed it (P-16).
 */
import { type Case, type Explanation, type Rests } from './case.ts';
import { type Ranked } from './confidence.ts';

/** Why a person is asked, however confident the figures are; the first that is true. */
export type Obstacle = 'nothing' | 'rival' | 'payer' | 'twin' | 'subset';

export function obstacleTo(c: Case, list: readonly Ranked[]): Obstacle | null {
  const [best, ...others] = list.map(({ explanation }) => explanation);
  if (!best || best.rests === 'nothing') return 'nothing';
  if (others.some((other) => isRival(c, best, other))) return 'rival';
  if (byAmountAlone.has(best.rests) && !payerIsSure(best)) return 'payer';
  if (best.marks.includes('swap') && !oldestIsCustom(c, best)) return 'twin';
  if (repeatsInSilence(best)) return 'twin';
  if (best.rests !== 'subset') return null;
  const only = isOnly(best) && !others.some(explainsToTheCent);
  return c.policy.autoUniqueSubset && only ? null : 'subset';
}

/** Nothing was named: the amount speaks alone. */
const byAmountAlone: ReadonlySet<Rests> = new Set([
  'structure',
  'single',
  'subset',
  'amount_alone',
]);

const sureMarks = ['payer:account', 'payer:alias', 'payer:exact', 'payer:quoted'];

function payerIsSure({ marks }: Explanation): boolean {
  return sureMarks.some((mark) => marks.includes(mark)) && marks.includes('payers:1');
}

function isOnly({ marks }: Explanation): boolean {
  return marks.includes('choice:1');
}

function explainsToTheCent({ marks }: Explanation): boolean {
  return marks.includes('amount:equal');
}

/** The same amount again and no number: paid twice, or the next one of the same price. */
function repeatsInSilence({ marks }: Explanation): boolean {
  return marks.includes('whole:repeated') && marks.includes('numbers:no');
}

/** So often has this payer settled the oldest of its equal invoices that the oldest is no tie. */
const enoughTimes = 3;

/** The payer's own custom: what other payers do says little of whom has many equal invoices. */
function oldestIsCustom({ memory }: Case, { accountId }: Explanation): boolean {
  return (memory.habits.get(accountId)?.oldest_of_equals ?? 0) >= enoughTimes;
}

/** Another reading of the same receipt that rests on as much. */
function isRival(c: Case, best: Explanation, other: Explanation): boolean {
  if (!explainsToTheCent(other) || !explainsToTheCent(best)) {
    return best.rests === other.rests && sameEvidence(best, other);
  }
  if (byAmountAlone.has(best.rests) && byAmountAlone.has(other.rests)) {
    if (best.rests === 'single' && other.rests === 'single') {
      return best.accountId !== other.accountId || !oldestIsCustom(c, best);
    }
    // Among many items some set fits by chance; among few it is a reading of its own.
    return other.rests !== 'subset' || !other.marks.some((mark) => chancePools.has(mark));
  }
  return best.rests === other.rests && sameEvidence(best, other);
}

const chancePools: ReadonlySet<string> = new Set(['pool:9-15', 'pool:16-40', 'pool:41+']);

function sameEvidence(a: Explanation, b: Explanation): boolean {
  const evidence = ({ marks }: Explanation): string =>
    marks.filter((mark) => mark.startsWith('ref:') || mark.startsWith('amount:')).join(' ');
  return evidence(a) === evidence(b);
}
