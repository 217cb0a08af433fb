/** Receipts over the wire: posted as laid out, withdrawn, gone back. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type Currency, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { loweredFacts } from '#areas/ledger/rules/returned-check-fee.ts';
import { postByHand } from '../actions/post-by-hand.ts';
import { feeOfPolicy } from '../actions/fee-of-policy.ts';
import { returnPayment, reverseReceipt } from '../actions/return-payment.ts';
import { withdrawReceipt } from '../actions/withdraw.ts';
import { wireAftermath } from '../answers/wire-receipts.ts';
import * as credits from '../contract/credits.ts';
import * as contract from '../contract/receipts.ts';
import type { SpreadLine } from '../rules/receipts/spread.ts';
import { type AmountRefusal, readAmount, readOptional } from './amounts.ts';
import { receiptInSight } from './in-sight.ts';

export const receiptRoutes: readonly Served[] = [
  serve(contract.withdrawReceipt, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    return perform('cash.withdraw_receipt', body.reason, (context) =>
      withdrawReceipt(context, receipt.value.receiptId),
    );
  }),
  serve(contract.postReceipt, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, amount } = receipt.value;
    const lines = readLines(body.lines, amount.currency);
    if (!lines.ok) return lines;
    const wish = {
      receiptId,
      spread: { accountId: id(body.accountId), lines: lines.value, tolerate: body.tolerate },
      rank: body.proposal ?? null,
      learn: body.learn,
    };
    return perform(
      'cash.post_receipt',
      body.proposal === undefined ? 'laid out by hand' : `proposal ${body.proposal} accepted`,
      async (context) => {
        const posted = await postByHand(context, wish);
        if (!posted.ok) return posted;
        const { accountId, itemId, onAccount } = posted.value;
        return accept({ accountId, itemId, onAccount: formatMoney(onAccount) });
      },
      wish.spread.accountId,
    );
  }),
  serve(credits.returnPayment, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, amount, account } = receipt.value;
    const bankFee = readOptional(body.bankFee, amount.currency);
    if (!bankFee.ok) return bankFee;
    const customerFee = readOptional(body.customerFee, amount.currency);
    if (!customerFee.ok) return customerFee;
    const returnedOn = body.returnedOn === undefined ? desk.clock.today() : day(body.returnedOn);
    const wish = {
      receiptId,
      returnedOn,
      bankFee: bankFee.value,
      customerFee: customerFee.value,
    };
    return perform(
      'cash.return_payment',
      body.reason,
      async (context) => {
        const word = { reason: body.reason, said: '' };
        const fee = await feeOfPolicy(context.tx, receipt.value, word);
        const gone = await returnPayment(context, wish);
        if (!gone.ok) return gone;
        const { feeItemId, lowered } = gone.value;
        return accept({
          ...wireAftermath(gone.value),
          feeItemId,
          feeLowered: lowered && loweredFacts(lowered),
          policyFee: fee ? { amount: formatMoney(fee), currency: fee.currency } : null,
        });
      },
      account?.accountId,
    );
  }),
  serve(credits.reverseReceipt, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, account } = receipt.value;
    return perform(
      'cash.reverse_receipt',
      body.reason,
      async (context) => {
        const gone = await reverseReceipt(context, receiptId);
        if (!gone.ok) return gone;
        return accept({ ...wireAftermath(gone.value), feeItemId: gone.value.feeItemId });
      },
      account?.accountId,
    );
  }),
];

/** Amounts of lines may be negative, where a credit is used; their parts may not. */
function readLines(
  lines: BodyOf<typeof contract.postReceipt>['lines'],
  code: Currency,
): Outcome<SpreadLine[], AmountRefusal> {
  const read: SpreadLine[] = [];
  for (const line of lines) {
    const amount = readAmount(line.amount, code);
    if (!amount.ok) return amount;
    const discount = readAmount(line.discount, code);
    if (!discount.ok) return discount;
    const short = readAmount(line.short, code);
    if (!short.ok) return short;
    if (discount.value.minor < 0n || short.value.minor < 0n) {
      return refuse('cash.amount_unreadable', { amount: line.discount, currency: code });
    }
    read.push({
      accountId: id(line.accountId),
      itemId: id(line.itemId),
      amount: amount.value.minor,
      discount: discount.value.minor,
      short: short.value.minor,
      shortReason: line.shortReason,
    });
  }
  return accept(read);
}
