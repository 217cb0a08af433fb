/**
 * Makes receipts of what the bank reported, each line once, and lays remittances beside them.
 *
 * It looks at every line that nobody has used rather than at one file, so that whatever was
 * left by a crash or came in the wrong order is found the next time. One worker at a time does
 * it for a company; a line that another act has used meanwhile is left to it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { claimLines } from '#areas/bank-files/index.ts';
import { type ListedCredit, isBulk, listedCredits } from '../rules/receipts/bulk.ts';
import {
  type BankLine,
  type NoticeSum,
  isReturn,
  methodOf,
  receiptLines,
  receivedOn,
} from '../rules/receipts/from-bank.ts';
import { lockIntake, noticeSums, returnSums, unusedLines } from '../store/bank-lines.ts';
import { type NewReceipt, insertReceipts, lockReceipts } from '../store/receipts.ts';
import { creditsOf } from '../store/splits.ts';
import { holdForDetails } from './bulk/await-details.ts';
import { recordSplit, splitByRemittances } from './bulk/split-bulk.ts';
import { placeRemittances } from './place-remittances.ts';

type UsedLine = { readonly lineId: Id; readonly usedBy: string };

export type Received = { readonly receipts: number; readonly remittances: number };

export async function receiveLines(context: Context, companyId: Id): Promise<Received> {
  await lockIntake(context.tx, companyId);
  const unused = await unusedLines(context.tx, companyId);
  const listed = await listedAlready(context, companyId, unused);
  const known = new Set(
    listed.flatMap(({ credit, lineIds }) => (credit.waits ? [] : [...lineIds])),
  );
  const [first] = unused;
  const sums = first ? await listedSums(context.tx, companyId, first.bookedOn) : [];
  const made = receiptLines(unused, sums)
    .filter(({ lineId }) => !known.has(lineId))
    .map((line) => receiptOf(context, companyId, line));
  await use(context, [...usesOf(made), ...knownUses(listed)]);
  await insertReceipts(context, made);
  await splitListed(context, listed, made);
  const awaited = made.filter(({ state }) => state === 'awaiting');
  await holdForDetails(context, companyId, awaited);
  const parts = await splitByRemittances(context, companyId);
  const remittances = parts + (await placeRemittances(context, companyId));
  if (made.length + remittances > 0) {
    await context.tell({
      name: 'cash.receipts_arrived',
      accountId: null,
      payload: { companyId, receipts: made.length + parts, remittances },
    });
    context.did({ what: 'receipts of the bank', facts: { count: made.length + parts } });
  }
  return { receipts: made.length + parts, remittances };
}

/** Sums of payments and of returns that another file lists one by one. */
async function listedSums(db: Queries, companyId: Id, from: Day): Promise<NoticeSum[]> {
  const credits = await noticeSums(db, companyId, from);
  return [...credits, ...(await returnSums(db, companyId, from))];
}

/** Lists of single payments whose sum the desk has as one receipt from a statement. */
async function listedAlready(
  { tx }: Context,
  companyId: Id,
  unused: readonly BankLine[],
): Promise<ListedCredit[]> {
  const notices = unused.filter((line) => line.listedAs === 'notices' && line.amount.minor > 0n);
  if (notices.length === 0) return [];
  const sums = Map.groupBy(notices, (line) =>
    [line.fileId, line.bankAccountId, line.bookedOn, line.channel].join(' '),
  );
  const amounts = [...sums.values()].map((lines) =>
    lines.reduce((sum, { amount }) => sum + amount.minor, 0n),
  );
  const nothing = { checkNumber: '', remittance: [], listedAs: 'statement' };
  const credits = (await creditsOf(tx, companyId, amounts)).map((credit) => ({
    ...credit,
    bulk: isBulk({ ...credit, ...nothing }),
  }));
  return listedCredits(notices, credits);
}

function usesOf(made: readonly NewReceipt[]): UsedLine[] {
  return made.flatMap(({ receiptId, lineId }) =>
    lineId === null ? [] : [{ lineId, usedBy: `receipt ${receiptId}` }],
  );
}

/** What somebody posted as one payment is not received a second time. */
function knownUses(listed: readonly ListedCredit[]): UsedLine[] {
  return listed.flatMap(({ credit, lineIds }) =>
    credit.waits
      ? []
      : lineIds.map((lineId) => ({ lineId, usedBy: `listed in receipt ${credit.receiptId}` })),
  );
}

async function use(context: Context, uses: readonly UsedLine[]): Promise<void> {
  if (uses.length === 0) return;
  const used = await claimLines(context, uses);
  if (!used.ok) throw new Error(`lines of the bank changed meanwhile: ${used.refusal}`);
}

/** A credit that waited is the payments of its list; posted meanwhile, it cannot be. */
async function splitListed(
  context: Context,
  listed: readonly ListedCredit[],
  made: readonly NewReceipt[],
): Promise<void> {
  const waiting = listed.filter(({ credit }) => credit.waits);
  if (waiting.length === 0) return;
  const receiptOfLine = new Map(made.map(({ lineId, receiptId }) => [lineId, receiptId]));
  const bulkIds = waiting.map(({ credit }) => credit.receiptId);
  const standing = await lockReceipts(context.tx, bulkIds);
  for (const { credit, lineIds } of waiting) {
    const bulk = standing.get(credit.receiptId);
    if (bulk?.state !== 'awaiting' && bulk?.state !== 'unposted') {
      throw new Error(`receipt ${credit.receiptId} was posted meanwhile`);
    }
    const parts = lineIds.flatMap((lineId) => receiptOfLine.get(lineId) ?? []);
    await recordSplit(context, bulk, { bulkId: bulk.receiptId, how: 'notices', parts });
  }
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
    state: isBulk(line) ? 'awaiting' : 'unposted',
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
