/**
 * Decides the receipts of a company that wait, posts what is certain, keeps the rest proposed.
 *
 * One worker at a time matches a company, so that two never plan to pay one invoice from two
 * receipts; a person may post meanwhile, and what that spoils is proposed instead of posted.
 * A decision is kept with the policy and every explanation that it weighed.
 */
import { type Id, id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Book, openBook, settle } from '../rules/matching/book.ts';
import { decide } from '../rules/matching/decide.ts';
import { type PayerMemory, remembered } from '../rules/matching/memory.ts';
import type { Decision, Proposal } from '../rules/matching/model.ts';
import type { MatchingPolicy } from '../rules/matching/policy.ts';
import { standardCalibration } from '../rules/matching/standard-calibration.ts';
import { matchingPolicy } from '../rules/receipts/policy-document.ts';
import type { Band } from '../rules/receipts/receipt.ts';
import { receiptToDecide } from '../rules/receipts/to-decide.ts';
import { bookParts } from '../store/book.ts';
import { insertDecisions } from '../store/decisions.ts';
import { confirmedPayers } from '../store/earlier.ts';
import { policyInForce } from '../store/policies.ts';
import {
  type StandingReceipt,
  lockMatching,
  noteThoughts,
  takeWaiting,
} from '../store/receipts.ts';
import { type Decided, postDecided } from './post-decided.ts';

export type MatchReceipts = {
  readonly companyId: Id;
  readonly receiptIds: readonly Id[] | 'all';
};

/** What became of one receipt. */
export type Matched = {
  readonly receipt: StandingReceipt;
  readonly decision: Decision;
  readonly band: Band;
  readonly posted: boolean;
  /** Why it was not posted although it was certain. */
  readonly hindered: string | null;
};

/** So many receipts are decided in one transaction; a job goes on with the next. */
const atOnce = 12_000;

export async function matchReceipts(
  context: Context,
  { companyId, receiptIds }: MatchReceipts,
): Promise<Outcome<{ matched: readonly Matched[] }, never>> {
  await lockMatching(context.tx, companyId);
  const weighed = await decideWaiting(context, { companyId, receiptIds });
  return accept({ matched: weighed ? await carryOut(context, companyId, weighed) : [] });
}

type Weighed = { readonly decided: readonly Decided[]; readonly sight: Sight };

/**
 * Decides what waits and keeps each decision; undefined when nothing waits. The caller holds
 * the lock of matching.
 */
export async function decideWaiting(
  context: Context,
  { companyId, receiptIds }: MatchReceipts,
): Promise<Weighed | undefined> {
  const waiting = await takeWaiting(context.tx, companyId, receiptIds, atOnce);
  if (waiting.length === 0) return undefined;
  const sight = await sightOf(context, companyId);
  const decided = waiting.map((receipt) => ({
    receipt,
    decisionId: context.newId(),
    decision: weigh(receipt, sight),
  }));
  await insertDecisions(
    context,
    decided.map((one) => ({
      decisionId: one.decisionId,
      receiptId: one.receipt.receiptId,
      policyVersion: sight.version,
      decision: one.decision,
    })),
  );
  return { decided, sight };
}

/** Posts what is certain, and says what became of each. */
export async function carryOut(
  context: Context,
  companyId: Id,
  { decided, sight }: Weighed,
): Promise<readonly Matched[]> {
  const hindered = await postDecided(context, decided, sight.policy);
  const matched = decided.map(({ receipt, decision }): Matched => {
    const why = hindered.get(receipt.receiptId);
    const posted = why === undefined && isCertain(decision);
    return { receipt, decision, band: bandOf(decision, posted, sight.policy), posted, ...no(why) };
  });
  await noteThoughts(
    context,
    matched.map(({ receipt, decision, band }, at) => ({
      receiptId: receipt.receiptId,
      band,
      likelyAccount: likelyOf(decision),
      confidenceBps: Math.round(decision.confidence * 10_000),
      decisionId: decided[at]?.decisionId ?? context.newId(),
    })),
  );
  await tellMatched(context, companyId, matched);
  return matched;
}

const no = (why: string | undefined) => ({ hindered: why ?? null });

type Sight = {
  readonly book: Book;
  readonly memory: PayerMemory;
  readonly policy: MatchingPolicy;
  readonly version: number;
  readonly numbers: ReadonlyMap<string, string>;
};

async function sightOf({ tx, today }: Context, companyId: Id): Promise<Sight> {
  const { version, document } = await policyInForce(tx, companyId);
  const parts = await bookParts(tx, companyId, today);
  const confirmed = await confirmedPayers(tx, companyId);
  return {
    book: openBook(parts),
    memory: remembered(confirmed, parts.accounts, standardCalibration),
    policy: matchingPolicy(document, version),
    version,
    numbers: new Map(parts.accounts.map((account) => [account.id, account.number])),
  };
}

/** Decides one receipt; what will be posted is taken off the book for those after it. */
function weigh(receipt: StandingReceipt, sight: Sight): Decision {
  const { statedAccount } = receipt;
  const stated = statedAccount === null ? undefined : sight.numbers.get(statedAccount);
  const toDecide = receiptToDecide({
    ...receipt,
    ...(stated === undefined ? {} : { statedNumber: stated }),
  });
  const decision = decide(toDecide, sight.book, sight.memory, sight.policy);
  if (isCertain(decision)) settle(sight.book, toDecide, settledBy(decision));
  return decision;
}

function settledBy(decision: Decision) {
  const proposal: Proposal | undefined = decision.proposals[0];
  return {
    accountId: proposal?.accountId ?? null,
    allocations: proposal?.allocations ?? [],
    reverses: decision.kind === 'return' ? (decision.returnOf[0] ?? null) : null,
    // It is posted, whatever spoke for it.
    byAmountOnly: false,
  };
}

/** Is it done with nobody looking? */
export function isCertain({ kind, unattended }: Decision): boolean {
  if (kind === 'posted' || kind === 'on_account') return true;
  return kind === 'return' && unattended;
}

function bandOf(decision: Decision, posted: boolean, { confidence }: MatchingPolicy): Band {
  if (posted) return 'auto';
  const seen = decision.proposals.length > 0 || decision.returnOf.length > 0;
  return seen && decision.confidence >= confidence.showFrom ? 'show' : 'hide';
}

/** Whom it probably is from; a hint for whom nothing but an amount speaks is nobody. */
function likelyOf(decision: Decision): Id | null {
  const first = decision.kind === 'unidentified' ? undefined : decision.proposals[0]?.accountId;
  const accountId = first ?? decision.payer?.accountId;
  return accountId === undefined ? null : id(accountId);
}

/** Whose money was seen: nobody asks for it again while it waits. */
async function tellMatched(
  context: Context,
  companyId: Id,
  matched: readonly Matched[],
): Promise<void> {
  const waiting = matched.filter(({ posted }) => !posted);
  context.did({
    what: 'matched',
    facts: { posted: matched.length - waiting.length, waiting: waiting.length },
  });
  for (const { receipt, decision } of waiting) {
    const accountId = likelyOf(decision);
    if (accountId === null) continue;
    await context.tell({
      name: 'cash.money_seen',
      accountId,
      payload: { companyId, receiptId: receipt.receiptId, amount: formatMoney(receipt.amount) },
    });
  }
}
