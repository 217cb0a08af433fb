/**
 * Pays what was released: one file for a company's refunds by one method, each posted to the
 * ledger with it, all or none.
 *
 * The file is made once and kept sealed, because it names bank accounts; who needs it again
 * fetches the very same bytes.
 */
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { lockAccounts, payRefund } from '#areas/ledger/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import { plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type PayoutPayment, payoutFile } from '../rules/payout-file.ts';
import type { PayMethod } from '../rules/refund.ts';
import { type PayoutParty, partiesOf } from '../store/parties.ts';
import {
  insertPayment,
  insertPayout,
  lastNumbers,
  lockPayouts,
  settingOf,
} from '../store/payments.ts';
import { type Refund, insertEvent, moveRefund, releasedRefunds } from '../store/refunds.ts';
import { creditPaid, watchDepartment } from './end-clocks.ts';

/** How secrets are kept and read: the desk's seal, which actions do not hold themselves. */
export type Vault = {
  close(text: string, purpose: string): string;
  open(sealed: string, purpose: string): string | undefined;
};

export type MakePayout = {
  readonly companyId: Id;
  readonly company: string;
  readonly method: PayMethod;
  readonly currency: Currency;
  /** `HHMM`, in the company's zone. */
  readonly time: string;
};

export type Paid = {
  readonly payoutId: Id;
  readonly payments: number;
  readonly total: Money;
  readonly fileName: string;
};

/** What the file of a payout is sealed for. */
export function payoutPurpose(payoutId: Id): string {
  return `refunds.payout ${payoutId}`;
}

/** What a customer's bank number is sealed for. */
export function payeePurpose(payeeId: Id): string {
  return `refunds.payee ${payeeId}`;
}

export async function makePayout(
  context: Context,
  wish: MakePayout,
  vault: Vault,
): Promise<Outcome<Paid>> {
  const { tx, today } = context;
  const { companyId, method } = wish;
  await lockPayouts(tx, companyId);
  const setting = method === 'card' ? {} : await settingOf(tx, companyId, method);
  if (!setting) return refuse('refunds.no_setting', { method });
  const released = await lockReleased(context, wish);
  if (released.length === 0) return refuse('refunds.nothing_released', { method });
  const parties = await partiesOf(tx, released);
  const isPerson = ({ refundId }: Refund): boolean => parties.get(refundId)?.isPerson !== false;
  // As they stand in the file: persons and companies are batches of their own.
  const refunds = [...released.filter(isPerson), ...released.filter((each) => !isPerson(each))];
  const last = await lastNumbers(tx, companyId, today);
  const payoutId = context.newId();
  const first = BigInt(setting['firstNumber'] ?? '1001');
  const bank = (setting['bankRouting'] ?? '').slice(0, 8);
  const numbers = numbersFor(refunds, method, { ...last, first, bank });
  const file = payoutFile(
    method,
    refunds.map((refund, at) => paymentOf(refund, numbers[at] ?? '', parties, vault)),
    {
      on: today,
      payOn: plusBusinessDays(today, 1, await calendarOf(tx, companyId)),
      time: wish.time,
      company: wish.company,
      fileNo: last.files,
      firstTrace: last.payments,
      reference: `RF${payoutId.replaceAll('-', '').slice(-12)}`,
      setting,
    },
  );
  if (!file.ok) return file;
  const { fileName, text, total } = file.value;
  await insertPayout(context, {
    payoutId,
    companyId,
    method,
    total,
    payments: refunds.length,
    fileName,
    sha256: fingerprint(new TextEncoder().encode(text)),
    sealed: vault.close(text, payoutPurpose(payoutId)),
  });
  for (const [at, refund] of refunds.entries()) {
    const paid = await pay(context, refund, { payoutId, method, number: numbers[at] ?? '' });
    if (!paid.ok) return paid;
  }
  const facts = { method, payments: refunds.length, total: formatMoney(total) };
  context.did({ what: 'refunds paid out', id: payoutId, facts });
  return accept({ payoutId, payments: refunds.length, total, fileName });
}

/** Nobody takes one back, or says where else it goes, while the file is made. */
async function lockReleased({ tx }: Context, wish: MakePayout): Promise<Refund[]> {
  const listed = await releasedRefunds(tx, wish);
  await lockAccounts(
    tx,
    listed.map(({ accountId }) => accountId),
  );
  return releasedRefunds(tx, wish);
}

type Last = {
  readonly checkNo: bigint;
  readonly payments: number;
  readonly first: bigint;
  readonly bank: string;
};

/** Checks count on from the last one, ACH by its trace; others are known by their refund. */
function numbersFor(refunds: readonly Refund[], method: PayMethod, last: Last): string[] {
  const next = last.checkNo === 0n ? last.first : last.checkNo + 1n;
  return refunds.map(({ refundId }, at) => {
    if (method === 'check') return String(next + BigInt(at));
    if (method === 'ach') return `${last.bank}${String(last.payments + at + 1).padStart(7, '0')}`;
    return `RF${refundId.replaceAll('-', '')}`;
  });
}

function paymentOf(
  refund: Refund,
  number: string,
  parties: ReadonlyMap<Id, PayoutParty>,
  vault: Vault,
): PayoutPayment {
  const party = parties.get(refund.refundId);
  const sealed = party?.sealed ?? null;
  const purpose = payeePurpose(refund.payeeId ?? refund.refundId);
  return {
    number,
    account: party?.account ?? '',
    payeeName: refund.payeeName,
    amount: refund.amount,
    capture: refund.capture ?? '',
    bank: party?.bank ?? '',
    bankNumber: sealed === null ? '' : (vault.open(sealed, purpose) ?? ''),
    accountType: party?.accountType ?? 'checking',
    isPerson: party?.isPerson ?? true,
  };
}

const ledgerMethods = { card: 'card', ach: 'ach', check: 'check', iban: 'wire' } as const;

type Out = { readonly payoutId: Id; readonly method: PayMethod; readonly number: string };

/** Posts one refund, part by part, and says that it is on its way. */
async function pay(
  context: Context,
  refund: Refund,
  { payoutId, method, number }: Out,
): Promise<Outcome<null>> {
  const { accountId, refundId, companyId, amount } = refund;
  const items: { itemId: Id; creditItemId: Id }[] = [];
  for (const part of refund.parts) {
    const { itemId: creditItemId, reservationId } = part;
    const posted = await payRefund(context, {
      accountId,
      creditItemId,
      amount: part.amount,
      paidOn: context.today,
      method: ledgerMethods[method],
      reference: refund.parts.length === 1 ? number : '',
      reservationId,
    });
    if (!posted.ok) return posted;
    items.push({ itemId: posted.value.itemId, creditItemId });
  }
  const paymentId = context.newId();
  const checkNo = method === 'check' ? BigInt(number) : null;
  const payment = { accountId, paymentId, refundId, payoutId, companyId, method, amount, number };
  await insertPayment(context, { ...payment, checkNo, items });
  await insertEvent(context, { accountId, refundId, kind: 'paid', facts: { number } });
  await moveRefund(context, refund, { state: 'paid', paymentId });
  await creditPaid(context, refund);
  await watchDepartment(context, refund);
  const payload = { refundId, paymentId, method };
  await context.tell({ name: 'refunds.refund_paid', accountId, payload });
  return accept(null);
}
