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

export function mayPostUnattended(c: Case, list: readonly Ranked[], confidence: number): boolean {
  const [best, ...others] = list.map(({ explanation }) => explanation);
  if (!best || best.rests === 'nothing') return false;
  if (others.some((other) => isRival(c, best, other))) return false;
  if (byAmountAlone.has(best.rests) && !payerIsSure(best)) return false;
  if (best.marks.includes('swap') && !oldestIsCustom(c)) return false;
  if (best.rests === 'subset') {
    return c.policy.autoUniqueSubset && isOnly(best) && !others.some(explainsToTheCent);
  }
  return confidence >= c.policy.confidence.postFrom;
}

/** Nothing was named: the amount speaks alone. */
const byAmountAlone: ReadonlySet<Rests> = new Set(['structure', 'single', 'subset']);

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

/** Payers whose equal invoices were always settled oldest first make the oldest no tie. */
const enoughTimes = 5;

function oldestIsCustom({ memory }: Case): boolean {
  return (memory.house.oldest_of_equals ?? 0) >= enoughTimes;
}

/** Another reading of the same receipt that rests on as much. */
function isRival(c: Case, best: Explanation, other: Explanation): boolean {
  if (!explainsToTheCent(other) || !explainsToTheCent(best)) {
    return best.rests === other.rests && sameEvidence(best, other);
  }
  if (byAmountAlone.has(best.rests) && byAmountAlone.has(other.rests)) {
    if (best.rests === 'single' && other.rests === 'single') {
      return best.accountId !== other.accountId || !oldestIsCustom(c);
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
