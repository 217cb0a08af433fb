/**
 * Asks for credits of an account to be paid back: they are held from now on, and nobody else
 * spends them.
 *
 * Who asks never approves and never releases; those are other people's words. Refunds of thirty
 * days weigh together in approvals, so that nobody splits one below a limit.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { requestApproval } from '#areas/approvals/index.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { bookedBase, reserveCredit } from '#areas/ledger/index.ts';
import { type Finding, type RefundPolicy, findingsOf, holdOf } from '../rules/findings.ts';
import type { PayeeKind, PayMethod } from '../rules/refund.ts';
import { type OpenCredit, foundCredits, openCredits } from '../store/credits.ts';
import { othersWithMark, type Payee } from '../store/payees.ts';
import {
  type RefundPart,
  earlierRefunds,
  insertEvent,
  insertRefund,
  moveRefund,
} from '../store/refunds.ts';
import { wayOf } from './way-of.ts';

export type RequestRefund = {
  readonly accountId: Id;
  readonly parts: readonly { readonly itemId: Id; readonly amount: Money }[];
  /** The way the money came, unless somebody says otherwise. */
  readonly method?: PayMethod | undefined;
  readonly payee: PayeeKind;
  /** Whom it is made out to; the customer where nobody says. */
  readonly payeeName?: string | undefined;
  readonly evidence: string;
};

export type RequestedRefund = {
  readonly refundId: Id;
  readonly requestId: Id;
  readonly held: string | null;
};

export async function requestRefund(
  context: Context,
  wish: RequestRefund,
  policy: RefundPolicy,
): Promise<Outcome<RequestedRefund>> {
  const { tx } = context;
  const { accountId, parts } = wish;
  const itemIds = parts.map(({ itemId }) => itemId);
  const credits = await openCredits(tx, { companies: 'all', accountId, itemIds });
  const reserved = await reserveParts(context, wish);
  if (!reserved.ok) return reserved;
  const [first] = credits;
  if (!first) return refuse('ledger.no_such_item');
  const amount = sum(
    parts.map((part) => part.amount),
    first.open.currency,
  );
  const way = await wayOf(context, wish, credits);
  if (!way.ok) return way;
  return keep(
    context,
    wish,
    { credits, first, amount, parts: reserved.value, ...way.value },
    policy,
  );
}

/** Holds every credit, or none: a refusal of one rolls the others back with the action. */
async function reserveParts(
  context: Context,
  { accountId, parts }: RequestRefund,
): Promise<Outcome<RefundPart[]>> {
  const [currency, ...others] = new Set(parts.map(({ amount }) => amount.currency));
  if (currency === undefined) return refuse('refunds.nothing_named');
  if (others.length > 0) {
    return refuse('ledger.other_currency', { debit: currency, credit: others.join(', ') });
  }
  const reserved: RefundPart[] = [];
  for (const { itemId, amount } of parts) {
    const held = await reserveCredit(context, { accountId, creditItemId: itemId, amount });
    if (!held.ok) return held;
    reserved.push({ itemId, amount, reservationId: held.value.reservationId });
  }
  return accept(reserved);
}

type Ready = {
  readonly credits: readonly OpenCredit[];
  readonly first: OpenCredit;
  readonly amount: Money;
  readonly parts: readonly RefundPart[];
  readonly method: PayMethod;
  readonly bank: Payee | undefined;
  readonly capture: string | null;
};

async function keep(
  context: Context,
  wish: RequestRefund,
  ready: Ready,
  policy: RefundPolicy,
): Promise<Outcome<RequestedRefund>> {
  const { tx, today, actor } = context;
  const { accountId } = wish;
  const { first, amount, bank } = ready;
  const baseCurrency = await baseCurrencyOf(tx, first.companyId);
  const base = await bookedBase(tx, amount, baseCurrency, today);
  if (!base.ok) return base;
  const payeeName = wish.payeeName ?? first.name;
  const findings = await look(context, accountId, { ...ready, payeeName }, policy);
  const held = holdOf(findings);
  const refundId = context.newId();
  await insertRefund(context, {
    accountId,
    refundId,
    companyId: first.companyId,
    purpose: 'refund',
    origin: first.origin,
    method: ready.method,
    payee: wish.payee,
    payeeName,
    payeeId: bank?.payeeId ?? null,
    capture: ready.capture,
    amount,
    base: base.value,
    creditId: await lawOf(context, accountId, ready),
    findings,
    requestedBy: actor.memberId,
    parts: ready.parts,
  });
  await insertEvent(context, { accountId, refundId, kind: 'requested' });
  if (held !== null) {
    await insertEvent(context, { accountId, refundId, kind: 'held', facts: { check: held } });
    await moveRefund(context, { accountId, refundId }, { held });
  }
  const asked = await requestApproval(context, {
    companyId: first.companyId,
    accountId,
    kind: 'refund',
    subjectKey: refundId,
    subject: { accountId, refundId },
    facts: { document: ready.credits.map(({ document }) => document).join(', '), name: payeeName },
    amount,
    weight: money(base.value, baseCurrency),
    evidence: wish.evidence,
  });
  if (!asked.ok) return asked;
  const { requestId } = asked.value;
  await moveRefund(context, { accountId, refundId }, { requestId });
  const facts = { amount: formatMoney(amount), currency: amount.currency };
  context.did({ what: 'refund requested', id: refundId, facts });
  const payload = { refundId, ...facts };
  await context.tell({ name: 'refunds.refund_requested', accountId, payload });
  return accept({ refundId, requestId, held });
}

/** The credit that a law watches and that this pays out: its clock stops with the payment. */
async function lawOf(
  { tx }: Context,
  accountId: Id,
  { first, credits, amount }: Ready,
): Promise<Id | null> {
  const found = await foundCredits(tx, { companies: 'all', accountIds: [accountId] });
  const itemIds = credits.map(({ itemId }) => itemId);
  const law = found.find(
    ({ itemId, pack, amount: whole }) =>
      amount.minor >= whole.minor &&
      (itemId === null ? pack === first.origin : itemIds.includes(itemId)),
  );
  return law?.creditId ?? null;
}

/** What speaks against it, from the account's own past and that of the bank account. */
async function look(
  { tx, today }: Context,
  accountId: Id,
  { amount, bank, credits, payeeName }: Ready & { readonly payeeName: string },
  policy: RefundPolicy,
): Promise<Finding[]> {
  const since = plusDays(today, -Math.max(policy.duplicateDays, policy.togetherDays));
  const known = bank && {
    enteredOn: bank.enteredOn,
    others: await othersWithMark(tx, bank.mark, accountId),
  };
  return findingsOf(
    {
      amount,
      payeeName,
      today,
      earlier: await earlierRefunds(tx, accountId, since),
      bank: known,
      sources: credits.flatMap(({ method, payer, on }) =>
        method === undefined ? [] : [{ method, payer, receivedOn: on }],
      ),
    },
    policy,
  );
}
