/**
 * Books money that is not receivables: onto a ledger account, or as owed to a sister company,
 * which then has it among its own receipts.
 *
 *   ours     cash-clearing / due-to-affiliates
 *   sister's due-from-affiliates / cash-clearing, and a receipt that its posters apply
 *
 * Above the policy's limit it is only asked for; another person's approval books it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Elsewhere, mayApprove, maySend, needsApproval } from '../rules/receipts/elsewhere.ts';
import { mustWaitAlone } from '../rules/receipts/receipt.ts';
import { endRequest, insertElsewhere, insertRequest, lockRequest } from '../store/elsewhere.ts';
import { policyInForce } from '../store/policies.ts';
import {
  type StandingReceipt,
  insertReceipts,
  lockReceipt,
  moveReceipts,
} from '../store/receipts.ts';
import { postHouseEntry } from './post-house-entry.ts';

export type SentElsewhere = { readonly booked: boolean; readonly requestId: Id | null };

export async function sendElsewhere(
  context: Context,
  { receiptId, to }: { readonly receiptId: Id; readonly to: Elsewhere },
): Promise<Outcome<SentElsewhere>> {
  const receipt = await waiting(context, receiptId);
  if (!receipt.ok) return receipt;
  const { amount, companyId } = receipt.value;
  const may = maySend(amount, companyId, to);
  if (!may.ok) return may;
  const { document } = await policyInForce(context.tx, companyId);
  if (needsApproval(amount, BigInt(document.elsewhereLimitMinor))) {
    const requestId = await insertRequest(context, { companyId, receiptId, to });
    context.did({ what: 'second person asked', id: requestId });
    return accept({ booked: false, requestId });
  }
  const booked = await book(context, receipt.value, to, null);
  return booked.ok ? accept({ booked: true, requestId: null }) : booked;
}

/** Another person approves, which books it, or rejects, which leaves it waiting. */
export async function decideElsewhere(
  context: Context,
  wish: { readonly requestId: Id; readonly outcome: 'approved' | 'rejected' },
): Promise<Outcome<SentElsewhere>> {
  const { requestId, outcome } = wish;
  const request = await lockRequest(context.tx, requestId);
  if (!request) return refuse('cash.no_such_request');
  const may = mayApprove(request, context.actor.ref);
  if (!may.ok) return may;
  await endRequest(context, requestId, outcome);
  if (outcome === 'rejected') return accept({ booked: false, requestId });
  const receipt = await waiting(context, request.receiptId);
  if (!receipt.ok) return receipt;
  const booked = await book(context, receipt.value, request.to, requestId);
  return booked.ok ? accept({ booked: true, requestId }) : booked;
}

async function waiting(context: Context, receiptId: Id): Promise<Outcome<StandingReceipt>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWaitAlone(receipt.state);
  if (!waits.ok) return waits;
  // What is in the ledger already is sent on by a transfer, not booked a second time.
  if (receipt.state === 'reopened') {
    return refuse('cash.receipt_not_waiting', { state: receipt.state });
  }
  return accept(receipt);
}

async function book(
  context: Context,
  receipt: StandingReceipt,
  to: Elsewhere,
  requestId: Id | null,
): Promise<Outcome<null>> {
  const { receiptId, companyId, amount, receivedOn: on, bank } = receipt;
  const sister = to.kind === 'sister';
  const ours = await postHouseEntry(context, {
    companyId,
    kind: sister ? 'affiliate' : 'other_receipt',
    on,
    currency: amount.currency,
    lines: [
      {
        debit: 'cash-clearing',
        credit: sister ? 'due-to-affiliates' : 'other-receipts',
        amount: amount.minor,
      },
    ],
    bank,
  });
  if (!ours.ok) return ours;
  const theirs = sister ? await receiveThere(context, receipt, to.sisterId) : undefined;
  if (theirs && !theirs.ok) return theirs;
  await insertElsewhere(context, {
    receiptId,
    to,
    entryId: ours.value.entryId,
    sisterEntryId: theirs?.value ?? null,
    requestId,
  });
  await moveReceipts(context, [receiptId], 'elsewhere');
  context.did({ what: 'money booked elsewhere', id: receiptId });
  return accept(null);
}

/** The sister has the money with us, and the receipt to apply. */
async function receiveThere(
  context: Context,
  receipt: StandingReceipt,
  sisterId: Id,
): Promise<Outcome<Id>> {
  const due = await postHouseEntry(context, {
    companyId: sisterId,
    kind: 'affiliate',
    on: receipt.receivedOn,
    currency: receipt.amount.currency,
    lines: [
      { debit: 'due-from-affiliates', credit: 'cash-clearing', amount: receipt.amount.minor },
    ],
    bank: null,
  });
  if (!due.ok) return due;
  const told = { ...receipt, receiptId: context.newId(), companyId: sisterId, batchId: null };
  const made = { ...told, lineId: null, bankAccountId: null, bank: null, statedAccount: null };
  await insertReceipts(context, [{ ...made, state: 'unposted' }]);
  return accept(due.value.entryId);
}
