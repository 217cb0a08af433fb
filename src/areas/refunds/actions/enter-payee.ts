/**
 * Writes down where a customer wants money sent: sealed, and asked of a second person.
 *
 * Whoever enters bank details never confirms them, and somebody calls the customer back on a
 * number that was known before: that is how payments are diverted, and how it is caught.
 */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { isRoutingNumber } from '#formats/micr/routing.ts';
import { bicProblem, ibanProblem } from '#formats/pain/sepa.ts';
import { mayCallBack } from '../rules/payee.ts';
import {
  abandonedPayees,
  insertPayee,
  insertPayeeEvent,
  type PayeeDetails,
  payeesOf,
} from '../store/payees.ts';
import { insertEvent, moveRefund, refundsTo } from '../store/refunds.ts';

export type EnterPayee = Omit<PayeeDetails, 'numberEnd'> & {
  /** Whole, only to be looked at here. */
  readonly number: string;
  readonly evidence: string;
};

export async function enterPayee(
  context: Context,
  { number, evidence, ...wish }: EnterPayee,
): Promise<Outcome<{ payeeId: Id; requestId: Id }>> {
  const { accountId, payeeId, kind, bank } = wish;
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  if (kind === 'ach' && !isRoutingNumber(bank)) {
    return refuse('refunds.routing_number_wrong', { routing: bank });
  }
  if (!isNumber(kind, number) || (kind === 'iban' && bank !== '' && bicProblem(bank))) {
    return refuse('refunds.bank_number_wrong', { kind });
  }
  await insertPayee(context, { ...wish, numberEnd: number.slice(-4) });
  await insertPayeeEvent(context, wish, 'asked');
  const nothing = money(0n, await baseCurrencyOf(context.tx, account.companyId));
  const asked = await requestApproval(context, {
    companyId: account.companyId,
    accountId,
    kind: 'bank_details',
    subjectKey: payeeId,
    subject: { accountId, payeeId },
    facts: { name: wish.holder },
    amount: nothing,
    weight: nothing,
    evidence,
  });
  if (!asked.ok) return asked;
  context.did({ what: 'bank details', id: payeeId, facts: { end: number.slice(-4) } });
  return accept({ payeeId, requestId: asked.value.requestId });
}

function isNumber(kind: 'ach' | 'iban', number: string): boolean {
  return kind === 'ach' ? /^[\dA-Z-]{4,17}$/u.test(number) : ibanProblem(number) === undefined;
}

/** A second person agreed: the details may be paid to, and earlier ones no longer. */
export async function payeeGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ confirmed: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'bank_details');
  if (!request) return accept({ confirmed: false });
  // What enterPayee kept.
  const subject = request.subject as Pick<PayeeDetails, 'accountId' | 'payeeId'>;
  await lockAccount(context.tx, subject.accountId);
  const all = await payeesOf(context.tx, [subject.accountId]);
  for (const payee of all) {
    const isEarlier = payee.payeeId !== subject.payeeId && payee.state === 'confirmed';
    const isSame = all.find((each) => each.payeeId === subject.payeeId)?.kind === payee.kind;
    if (isEarlier && isSame) await endPayee(context, payee);
  }
  const agreed = request.decisions.findLast(({ said }) => said === 'yes');
  const facts: Record<string, string> = agreed ? { memberId: agreed.memberId } : {};
  await insertPayeeEvent(context, subject, 'confirmed', facts);
  await settleRequest(context, requestId, { how: 'done', detail: { payeeId: subject.payeeId } });
  context.did({ what: 'bank details confirmed', id: subject.payeeId });
  return accept({ confirmed: true });
}

/** What was asked for and not paid yet goes no more to where the customer's money went before. */
async function endPayee(
  context: Context,
  { accountId, payeeId }: Pick<PayeeDetails, 'accountId' | 'payeeId'>,
): Promise<void> {
  await insertPayeeEvent(context, { accountId, payeeId }, 'ended');
  const facts = { check: 'bank_ended' } as const;
  for (const { refundId } of await refundsTo(context.tx, accountId, payeeId)) {
    await insertEvent(context, { accountId, refundId, kind: 'held', facts });
    await moveRefund(context, { accountId, refundId }, { held: facts.check });
    context.did({ what: 'refund held', id: refundId, facts });
  }
}

/** The second person said no, or nobody said a word in time: they are never paid to. */
export async function payeesNotGranted(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ refused: number }, never>> {
  const left = await abandonedPayees(context.tx, accountId, context.today);
  for (const payee of left) {
    await insertPayeeEvent(context, payee, 'refused');
    context.did({ what: 'bank details refused', id: payee.payeeId });
  }
  return accept({ refused: left.length });
}

export type CallBack = {
  readonly accountId: Id;
  readonly payeeId: Id;
  /** The number that was known before the change. */
  readonly number: string;
  readonly spokeTo: string;
};

/** Writes down the call to the customer; not by whoever entered the details. */
export async function recordCallBack(
  context: Context,
  { accountId, payeeId, number, spokeTo }: CallBack,
): Promise<
  Outcome<
    { calledBack: true },
    'refunds.no_such_payee' | 'refunds.own_details' | 'refunds.only_people_release'
  >
> {
  const all = await payeesOf(context.tx, [accountId]);
  const payee = all.find((each) => each.payeeId === payeeId);
  if (!payee) return refuse('refunds.no_such_payee');
  const may = mayCallBack(payee.enteredBy, context.actor.memberId);
  if (!may.ok) return may;
  await insertPayeeEvent(context, payee, 'called_back', { number, spokeTo });
  context.did({ what: 'called back', id: payeeId, facts: { spokeTo } });
  return accept({ calledBack: true });
}
