/**
 * Makes receipts of what the bank reported, each line once, and lays remittances beside them.
 *
 * It looks at every line that nobody has used rather than at one file, so that whatever was
 * left by a crash or came in the wrong order is found the next time. One worker at a time does
 * it for a company; a line that another act has used meanwhile is left to it.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { claimLines } from '#areas/bank-files/index.ts';
import {
  type BankLine,
  isReturn,
  methodOf,
  receiptLines,
  receivedOn,
} from '../rules/receipts/from-bank.ts';
import { lockIntake, noticeSums, unusedLines } from '../store/bank-lines.ts';
import { type NewReceipt, insertReceipts } from '../store/receipts.ts';
import { placeRemittances } from './place-remittances.ts';

export type Received = { readonly receipts: number; readonly remittances: number };

export async function receiveLines(context: Context, companyId: Id): Promise<Received> {
  await lockIntake(context.tx, companyId);
  const unused = await unusedLines(context.tx, companyId);
  const [first] = unused;
  const sums = first ? await noticeSums(context.tx, companyId, first.bookedOn) : [];
  const made = receiptLines(unused, sums).map((line) => receiptOf(context, companyId, line));
  if (made.length > 0) {
    const used = await claimLines(
      context,
      made.map(({ receiptId, lineId }) => ({ lineId, usedBy: `receipt ${receiptId}` })),
    );
    if (!used.ok) throw new Error(`lines of the bank changed meanwhile: ${used.refusal}`);
    await insertReceipts(context, made);
  }
  const remittances = await placeRemittances(context, companyId);
  if (made.length + remittances > 0) {
    await context.tell({
      name: 'cash.receipts_arrived',
      accountId: null,
      payload: { companyId, receipts: made.length, remittances },
    });
    context.did({ what: 'receipts of the bank', facts: { count: made.length } });
  }
  return { receipts: made.length, remittances };
}

function receiptOf(context: Context, companyId: Id, line: BankLine) {
  const [reference = line.externalId] = line.refs;
  return {
    receiptId: context.newId(),
    companyId,
    batchId: null,
    lineId: line.lineId,
    source: line.channel === 'lockbox' ? 'lockbox' : 'bank',
    bankAccountId: line.bankAccountId,
    bank: line.bank,
    state: 'unposted',
    method: methodOf(line),
    amount: line.amount,
    receivedOn: receivedOn(line, context.today),
    payerName: line.payerName,
    payerAccount: line.payerAccount,
    checkNumber: line.checkNumber,
    reference,
    said: isReturn(line) ? [line.said, line.returnedReason].join(' ').trim() : line.said,
    // The bank's own id of a line is no word of the payer.
    refs: [...new Set(line.refs)],
    remittance: line.remittance,
    statedAccount: null,
  } satisfies NewReceipt;
}
