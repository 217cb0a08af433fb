/** Credits of the bank that are many payments: awaited, taken as one, split by a person. */
import { day } from '#kernel/day.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { awaitDetails, takeAsOne } from '../actions/bulk/await-details.ts';
import { type Part, splitByHand } from '../actions/bulk/split-bulk.ts';
import * as contract from '../contract/bulk.ts';
import { partsOf } from '../store/splits.ts';
import { type AmountRefusal, readAmount, readRemittance } from './amounts.ts';
import { receiptInSight } from './in-sight.ts';

export const bulkRoutes: readonly Served[] = [
  serve(contract.creditParts, async ({ params, desk, session }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, amount } = receipt.value;
    const { bulkId, parts } = await partsOf(desk.db, receiptId);
    const written = parts.map((part) => ({
      ...part,
      amount: formatMoney(money(part.amount, amount.currency)),
    }));
    return accept({ bulkId, parts: written });
  }),
  serve(contract.awaitDetails, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const until = body.until === undefined ? undefined : day(body.until);
    const wish = { receiptId: receipt.value.receiptId, until };
    return perform('cash.await_details', body.reason, (context) => awaitDetails(context, wish));
  }),
  serve(contract.takeAsOne, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId } = receipt.value;
    return perform('cash.take_as_one', body.reason, (context) => takeAsOne(context, receiptId));
  }),
  serve(contract.splitCredit, async ({ params, body, desk, session, perform }) => {
    const receipt = await receiptInSight(desk, session, params.receiptId);
    if (!receipt.ok) return receipt;
    const { receiptId, amount } = receipt.value;
    const parts = readParts(body.parts, amount.currency);
    if (!parts.ok) return parts;
    const wish = { receiptId, parts: parts.value };
    return perform('cash.split_credit', body.reason, async (context) => {
      const split = await splitByHand(context, wish);
      return split.ok ? accept({ receiptIds: [...split.value.receiptIds] }) : split;
    });
  }),
];

function readParts(
  parts: BodyOf<typeof contract.splitCredit>['parts'],
  code: Currency,
): Outcome<Part[], AmountRefusal> {
  const read: Part[] = [];
  for (const { pays, amount: text, ...part } of parts) {
    const amount = readAmount(text, code);
    if (!amount.ok) return amount;
    const remittance = readRemittance(pays, code);
    if (!remittance.ok) return remittance;
    read.push({ ...part, amount: amount.value, remittance: remittance.value });
  }
  return accept(read);
}
