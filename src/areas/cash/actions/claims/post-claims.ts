/**
 * Posts an insurer's payment of claims whole: the receipt onto the items that the claims cite, what
 * the contract takes off as a credit memo each, what was kept back as an open deduction.
 *
 * Adjustments above the policy's limit are asked for first, and then nothing is posted until
 * somebody else has granted them. The engine posts by itself only what needs nobody.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, attempt } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import { bookedBase, lockAccount, lockAccounts } from '#areas/ledger/index.ts';
import { type ClaimBook, type ClaimPlan, planClaims } from '../../rules/claims/claim-payment.ts';
import type { PoolCredit } from '../../rules/claims/credit-pool.ts';
import { needsApproval } from '../../rules/receipts/elsewhere.ts';
import { mustWaitAlone } from '../../rules/receipts/receipt.ts';
import {
  type KnownClaimPayment,
  claimPaymentById,
  claimPaymentsReady,
  insertClaimPayment,
  itemsCited,
  lockClaimPayment,
} from '../../store/claims/claims.ts';
import {
  type MovedShareRow,
  type TakenBackRow,
  firstClaims,
  insertSharesMoved,
  insertTakenBack,
} from '../../store/claims/firsts.ts';
import { accountsByNumber, companiesOfAccounts } from '../../store/items.ts';
import { policyInForce } from '../../store/policies.ts';
import { type StandingReceipt, lockReceipt } from '../../store/receipts.ts';
import { type PostedLine, adjustClaim, keepBack, moveShare } from './adjust-claim.ts';
import { payClaims } from './pay-claims.ts';
import { takeBackClaim } from './take-back.ts';

export type PostClaims = {
  readonly remittanceId: Id;
  /** Whose money it is: the insurer's account; needed where the claims are of several accounts. */
  readonly payerId: Id | undefined;
};

export type PostedClaims = {
  readonly posted: boolean;
  readonly claims: number;
  /** Set when a second person was asked, and nothing was posted yet. */
  readonly requestId: Id | null;
};

export async function postClaims(
  context: Context,
  wish: PostClaims,
): Promise<Outcome<PostedClaims>> {
  const ready = await readyToPost(context, wish);
  if (!ready.ok) return ready;
  const { known, plan } = ready.value;
  const { document } = await policyInForce(context.tx, known.companyId);
  const adjusted = money(plan.adjusted, known.currency);
  if (needsApproval(adjusted, BigInt(document.adjustmentLimitMinor))) {
    const asked = await askFor(context, ready.value);
    if (!asked.ok) return asked;
    return accept({ posted: false, claims: plan.lines.length, requestId: asked.value.requestId });
  }
  const done = await post(context, ready.value, null);
  return done.ok ? accept({ posted: true, claims: plan.lines.length, requestId: null }) : done;
}

/** What the engine may post by itself; what it may not waits for a person, with its reason. */
export async function postReadyClaims(context: Context, companyId: Id): Promise<number> {
  const { document } = await policyInForce(context.tx, companyId);
  let count = 0;
  for (const remittanceId of await claimPaymentsReady(context.tx, companyId)) {
    const done = await attempt(context, async (inner): Promise<Outcome<null>> => {
      const ready = await readyToPost(inner, { remittanceId, payerId: undefined });
      if (!ready.ok) return ready;
      const { known, plan } = ready.value;
      const adjusted = money(plan.adjusted, known.currency);
      if (needsApproval(adjusted, BigInt(document.adjustmentLimitMinor))) {
        return refuse('cash.claims_need_approval');
      }
      return post(inner, ready.value, null);
    });
    if (done.ok) count += 1;
  }
  return count;
}

/** Posts what was granted; a request of somebody else is left alone. */
export async function claimsGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'credit_memo');
  const subject = request && claimsSubject(request.subject);
  if (!subject) return accept({ done: false });
  const done = await attempt(context, async (inner) => {
    const ready = await readyToPost(inner, subject);
    return ready.ok ? post(inner, ready.value, requestId) : ready;
  });
  const { remittanceId } = subject;
  const told = done.ok
    ? ({ how: 'done', detail: { remittanceId } } as const)
    : ({ how: 'failed', detail: { refusal: done.refusal, facts: done.facts } } as const);
  await settleRequest(context, requestId, told);
  return accept({ done: done.ok });
}

type Subject = { readonly of: 'claims' } & PostClaims;

function claimsSubject(subject: unknown): Subject | undefined {
  const isOurs =
    typeof subject === 'object' && subject !== null && 'of' in subject && subject.of === 'claims';
  // It was written by `askFor`, whose subjects alone are of claims.
  return isOurs ? (subject as Subject) : undefined;
}

type Ready = {
  readonly known: KnownClaimPayment;
  readonly plan: ClaimPlan;
  readonly receipt: StandingReceipt | undefined;
  readonly payerId: Id;
};

/** Everything proved and locked, nothing written. */
async function readyToPost(
  context: Context,
  { remittanceId, payerId }: PostClaims,
): Promise<Outcome<Ready>> {
  const { tx } = context;
  await lockClaimPayment(tx, remittanceId);
  const known = await claimPaymentById(tx, remittanceId);
  if (!known) return refuse('cash.no_such_claim_payment');
  if (known.posted) return refuse('cash.claims_posted_already');
  const receipt = await receiptOf(context, known);
  if (!receipt.ok) return receipt;
  const book = await lockedBook(context, known, payerId);
  const plan = planClaims(known.total ?? 0n, known.payment, book, known.currency);
  if (!plan.ok) return plan;
  const payer = await payerOf(context, known, plan.value, payerId);
  if (!payer.ok) return payer;
  return accept({ known, plan: plan.value, receipt: receipt.value, payerId: payer.value });
}

/** What the claims cite, read again once every account that will be written is locked. */
async function lockedBook(
  { tx }: Context,
  known: KnownClaimPayment,
  payerId: Id | undefined,
): Promise<ClaimBook> {
  const numbers = known.payment.claims.map(({ claim }) => claim);
  const read = async (): Promise<ClaimBook> => ({
    items: await itemsCited(tx, known, numbers),
    firsts: await firstClaims(tx, known, numbers),
  });
  const { items, firsts } = await read();
  const named = [...numbers, ...[...items, ...firsts].map(({ reference }) => reference)];
  const patients = await accountsByNumber(tx, known.companyId, named);
  const accounts = [
    ...[...items, ...firsts].map(({ accountId }) => accountId),
    ...firsts.flatMap(({ moved }) => (moved ? [moved.accountId] : [])),
    ...patients.values(),
    ...(payerId === undefined ? [] : [payerId]),
  ];
  await lockAccounts(tx, [...new Set(accounts)]);
  return read();
}

/** The payment, locked; an 835 that pays nothing has none. */
async function receiptOf(
  context: Context,
  { receiptId, total, currency }: KnownClaimPayment,
): Promise<Outcome<StandingReceipt | undefined>> {
  if (total === 0n) return accept(undefined);
  const receipt = receiptId === null ? undefined : await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.claims_await_money');
  const waits = mustWaitAlone(receipt.state);
  if (!waits.ok) return waits;
  const { amount } = receipt;
  if (receipt.state === 'reopened' || amount.minor !== total || amount.currency !== currency) {
    return refuse('cash.claims_not_this_payment', {
      came: formatMoney(amount),
      stated: formatMoney(money(total ?? 0n, currency)),
      currency,
    });
  }
  return accept(receipt);
}

/** Who paid: as said, else the one account of all claims; what is over belongs to somebody. */
async function payerOf(
  { tx }: Context,
  { companyId }: KnownClaimPayment,
  { lines, takenBack, kept, added }: ClaimPlan,
  payerId: Id | undefined,
): Promise<Outcome<Id>> {
  const cited = [...lines.map(({ item }) => item), ...takenBack.map(({ first }) => first)];
  const accounts = [...new Set(cited.flatMap((each) => (each ? [each.accountId] : [])))];
  const unknown = takenBack.some(({ first }) => first === undefined);
  const alone = accounts.length === 1 || (kept.length === 0 && added === 0n && !unknown);
  const payer = payerId ?? (alone ? accounts[0] : undefined);
  if (payer === undefined) return refuse('cash.claims_payer_unknown');
  const company = (await companiesOfAccounts(tx, [payer])).get(payer);
  return company === companyId ? accept(payer) : refuse('cash.no_such_account');
}

async function post(context: Context, ready: Ready, requestId: Id | null): Promise<Outcome<null>> {
  const { known, plan, receipt, payerId } = ready;
  const { remittanceId, companyId, currency } = known;
  const undone = await takeAllBack(context, ready);
  if (!undone.ok) return undone;
  const lines = plan.lines.map(({ item, ...line }) => {
    const own = item ?? undone.value.opened.get(line.claim);
    if (!own) throw new Error(`claim ${line.claim} has no item`);
    return { ...line, ...own };
  });
  const credits = [...undone.value.credits];
  for (const deduction of plan.kept) {
    const memo = await keepBack(context, { known, deduction, payerId });
    if (!memo.ok) return memo;
    credits.push({ accountId: payerId, itemId: memo.value, amount: deduction.amount });
  }
  const paid = await payClaims(context, { lines, credits, receipt, payerId, currency });
  if (!paid.ok) return paid;
  for (const line of lines.filter(({ adjusted }) => adjusted > 0n)) {
    const adjusted = await adjustClaim(context, line, currency);
    if (!adjusted.ok) return adjusted;
  }
  const shares = await moveShares(context, known, lines);
  if (!shares.ok) return shares;
  const receiptId = receipt?.receiptId ?? null;
  const left = lines.map((line, at) => ({ ...line, left: line.left - movedOf(shares.value, at) }));
  await insertClaimPayment(context, { remittanceId, companyId, receiptId, requestId, lines: left });
  await insertTakenBack(context.tx, remittanceId, undone.value.rows);
  await insertSharesMoved(context.tx, remittanceId, shares.value);
  context.did({ what: 'claims posted', id: remittanceId, facts: { claims: lines.length } });
  return accept(null);
}

type Undone = {
  readonly rows: TakenBackRow[];
  readonly opened: Map<string, TakenBackRow['item']>;
  readonly credits: PoolCredit[];
};

/** All that the payer undid, before anything is paid: the corrected claims pay what it opens. */
async function takeAllBack(
  context: Context,
  { known: { currency }, plan, receipt, payerId }: Ready,
): Promise<Outcome<Undone>> {
  const undone: Undone = { rows: [], opened: new Map(), credits: [] };
  const on = receipt?.receivedOn ?? context.today;
  for (const taken of plan.takenBack) {
    const done = await takeBackClaim(context, taken, { currency, payerId, on });
    if (!done.ok) return done;
    const { item, credits } = done.value;
    undone.rows.push({ taken, item });
    undone.opened.set(taken.claim, item);
    undone.credits.push(...credits);
  }
  return accept(undone);
}

function movedOf(shares: readonly MovedShareRow[], at: number): bigint {
  return shares.find(({ lineNo }) => lineNo === at + 1)?.amount ?? 0n;
}

/** The patient's share goes to the account that bears the claim's number or the patient's. */
async function moveShares(
  context: Context,
  { companyId, currency }: KnownClaimPayment,
  lines: readonly PostedLine[],
): Promise<Outcome<MovedShareRow[]>> {
  const numbers = lines.flatMap(({ claim, reference }) => [claim, reference]);
  const accounts = await accountsByNumber(context.tx, companyId, numbers);
  const rows: MovedShareRow[] = [];
  for (const [at, line] of lines.entries()) {
    const patientId = [line.claim, line.reference]
      .map((number) => accounts.get(number.trim().toUpperCase()))
      .find((found) => found !== undefined);
    const amount = line.patient < line.left ? line.patient : line.left;
    if (patientId === undefined || patientId === line.accountId || amount <= 0n) continue;
    const share = { patientId, amount: money(amount, currency) };
    const moved = await moveShare(context, line, share);
    if (!moved.ok) return moved;
    rows.push({ accountId: patientId, itemId: moved.value, lineNo: at + 1, amount });
  }
  return accept(rows);
}

async function askFor(
  context: Context,
  { known, plan, payerId }: Ready,
): Promise<Outcome<{ requestId: Id }>> {
  const { remittanceId, companyId, currency, payerName, reference } = known;
  const amount = money(plan.adjusted, currency);
  const account = await lockAccount(context.tx, payerId);
  const base = account?.baseCurrency ?? currency;
  const weight = await bookedBase(context.tx, amount, base, context.today);
  if (!weight.ok) return weight;
  const subject: Subject = { of: 'claims', remittanceId, payerId };
  return requestApproval(context, {
    companyId,
    accountId: payerId,
    kind: 'credit_memo',
    subjectKey: `claims ${remittanceId}`,
    subject,
    facts: { document: reference, name: payerName },
    amount,
    weight: money(weight.value, base),
    evidence: '',
  });
}
