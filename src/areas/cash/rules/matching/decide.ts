/**
 * The decision on one receipt: posted, proposed, on account, unidentified, a return, or not
 * receivables. Pure: the same receipt, book, memory and policy give the same answer.
 */
import { sureOfAlone } from './amount-alone.ts';
import { explainAutocash } from './autocash.ts';
import { type Book } from './book.ts';
import { type Case, type Explanation } from './case.ts';
import { type Ranked, confidenceOf, ranked } from './confidence.ts';
import { caseOf, explanationsOf } from './explain.ts';
import { payerEvidence } from './explanation.ts';
import { chance } from './logistic.ts';
import { type PayerMemory } from './memory.ts';
import { type Decision, type Proposal, type ReceiptToDecide } from './model.ts';
import { type MatchingPolicy } from './policy.ts';
import { isContested } from './paid-before.ts';
import { isCertainPayer } from './payer.ts';
import { rejectedOf } from './rejected.ts';
import { restoredOf } from './restored.ts';
import { looksLikeReturn, notReceivables, returnOf } from './returns.ts';
import { type Obstacle, obstacleTo } from './unattended.ts';
import { unknownReference } from './unknown-reference.ts';

export function decide(
  receipt: ReceiptToDecide,
  book: Book,
  memory: PayerMemory,
  policy: MatchingPolicy,
): Decision {
  const blank = blankDecision(receipt, policy);
  const bankWords = notReceivables(receipt, policy, memory);
  if (bankWords !== null) {
    const reasons = [{ kind: 'bank_words', facts: { word: bankWords } } as const];
    return { ...blank, kind: 'non_ar', confidence: 0.999, unattended: true, reasons };
  }
  if (looksLikeReturn(receipt, book)) return returned(receipt, book, blank, policy);
  if (receipt.amountMinor <= 0n) return blank;
  const again = restoredOf(receipt, book);
  if (again) return restored(again, blank, policy);
  const c = caseOf(receipt, book, memory, policy);
  return weighed(c, explanationsOf(c), blank);
}

function blankDecision(receipt: ReceiptToDecide, policy: MatchingPolicy): Decision {
  return {
    receiptId: receipt.id,
    kind: 'unidentified',
    confidence: 0,
    unattended: false,
    payer: null,
    proposals: [],
    rejected: [],
    returnOf: [],
    reasons: [],
    stoppedAt: null,
    policyVersion: policy.version,
  };
}

function returned(
  receipt: ReceiptToDecide,
  book: Book,
  blank: Decision,
  policy: MatchingPolicy,
): Decision {
  const { receiptIds, marks, reasons } = returnOf(receipt, book);
  const known = marks.includes('return:return_trace') || marks.includes('return:return_check');
  const one = marks.includes('returns:one');
  const payer = marks.includes('return_payer:known');
  const confidence = known ? 0.998 : one && payer ? 0.997 : one ? 0.95 : payer ? 0.8 : 0.4;
  const sure = receiptIds.length > 0 ? confidence : 0;
  const unattended = sure >= policy.confidence.postFrom && one;
  return { ...blank, kind: 'return', confidence: sure, unattended, returnOf: receiptIds, reasons };
}

function restored(again: Proposal, blank: Decision, policy: MatchingPolicy): Decision {
  const { accountId, confidence, reasons } = again;
  const unattended = confidence >= policy.confidence.postFrom;
  const kind = unattended ? 'posted' : 'proposed';
  const payer = { accountId, sure: 1, reasons };
  return { ...blank, kind, confidence, unattended, payer, reasons, proposals: [again] };
}

function weighed(c: Case, explanations: readonly Explanation[], blank: Decision): Decision {
  const list = ranked(explanations, c.memory.calibration);
  const [best] = list;
  const shared = {
    ...blank,
    rejected: rejectedOf(c, explanations),
    stoppedAt: c.stoppedAt,
    payer: payerFound(c),
  };
  if (!best) return { ...shared, reasons: unknownReference(c) };
  const obstacle = obstacleTo(c, list);
  const confidence = trustIn(best, list, c, obstacle);
  const proposals = list
    .slice(0, c.policy.search.proposals)
    .map((one, at) => proposalOf(one, at === 0 ? confidence : following(one, best, confidence)));
  const { reasons, rests } = best.explanation;
  const rule = rests === 'nothing' ? explainAutocash(c)[0] : undefined;
  if (rule) return byRule(rule, shared, proposals);
  if (rests === 'amount_alone') return { ...shared, confidence, reasons, proposals };
  if (rests === 'nothing' && answers(list) === 1) {
    const itsOwn = c.policy.unexplained === 'on_account' && isCertainPayer(c.payers);
    const kind = itsOwn ? 'on_account' : 'unidentified';
    return { ...shared, kind, confidence, reasons, proposals };
  }
  const unattended = obstacle === null && confidence >= c.policy.confidence.postFrom;
  const kind = unattended ? 'posted' : 'proposed';
  return { ...shared, kind, confidence, unattended, reasons, proposals };
}

/** What was learned, less where another item or receipt has as good a claim. */
function trustIn(best: Ranked, list: readonly Ranked[], c: Case, why: Obstacle | null): number {
  const learned = confidenceOf(list, c.memory.calibration);
  if (best.explanation.rests === 'amount_alone') return sureOfAlone(learned, list.length, c.policy);
  return isTie(why) || isDoubtful(c, best) ? learned * contested : learned;
}

/** Explanations that say whose money it is; an equal amount alone is no more than a hint. */
function answers(list: readonly Ranked[]): number {
  return list.filter(({ explanation: { rests } }) => rests !== 'amount_alone').length;
}

/** What is left of a confidence when another item or another receipt has as good a claim. */
const contested = 0.9;

function isTie(obstacle: Obstacle | null): boolean {
  return obstacle === 'rival' || obstacle === 'twin';
}

function isDoubtful(c: Case, { explanation: { rests, marks } }: Ranked): boolean {
  if (marks.includes('doubtful')) return true;
  const numbers = rests === 'rows' || rests === 'reference' || rests === 'order';
  return !numbers && rests !== 'damaged' && isContested(c);
}

/** What the company has ruled for this customer is certain, because it is its own rule. */
function byRule(rule: Explanation, shared: Decision, proposals: readonly Proposal[]): Decision {
  const proposal = proposalOf({ explanation: rule, odds: 0 }, 1);
  return {
    ...shared,
    kind: 'posted',
    confidence: 1,
    unattended: true,
    reasons: rule.reasons,
    proposals: [proposal, ...proposals],
  };
}

/** Those behind share what the best leaves, by how far behind they are. */
function following(one: Ranked, best: Ranked, confidence: number): number {
  const share = Math.exp(one.odds - best.odds);
  const left = Math.min(1 - confidence, chance(one.odds));
  return Math.round(Math.min(left, confidence * share) * 1e6) / 1e6;
}

function proposalOf({ explanation }: Ranked, confidence: number): Proposal {
  const { accountId, allocations, onAccountMinor, reasons } = explanation;
  return { accountId, allocations, onAccountMinor, confidence, reasons };
}

function payerFound(c: Case): Decision['payer'] {
  const [first] = c.payers.candidates;
  if (!first) return null;
  const name = c.book.accounts.get(first.accountId)?.name ?? '';
  const reason = { kind: payerEvidence(first.fit), facts: { name, said: c.receipt.payerName } };
  return { accountId: first.accountId, sure: 1 / c.payers.candidates.length, reasons: [reason] };
}
