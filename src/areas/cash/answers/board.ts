/** The match board of one receipt: evidence, proposals, open items, what was left unfinished. */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type board, boardDraft } from '../contract/board.ts';
import type { WireRemittanceRow } from '../contract/receipts.ts';
import type { Decision, Proposal, RemittanceRow } from '../rules/matching/model.ts';
import { feeOf, spreadOf } from '../rules/receipts/to-decide.ts';
import {
  type AccountName,
  type BoardItemRow,
  accountNames,
  boardItems,
  familyOf,
  itemNumbers,
} from '../store/board-items.ts';
import { boardOf } from '../store/boards.ts';
import { photographedOf } from '../store/deposits/checks.ts';
import { claimPaymentOfReceipt } from '../store/claims/claims.ts';
import { openItemsOf, paidBy } from '../store/items.ts';
import { latestDecisions } from '../store/decisions.ts';
import { type ListedReceipt, listReceipts } from '../store/receipt-list.ts';
import { type StandingReceipt, receiptById } from '../store/receipts.ts';
import { wireReceipt } from './wire-receipts.ts';

/** What the reader may see beside it is the door's to add. */
type Board = Omit<AnswerOf<typeof board>, 'sisters'>;

export type BoardWish = {
  readonly account: Id | undefined;
  readonly scope: 'account' | 'family';
  readonly today: Day;
};

export async function boardAnswer(
  db: Queries,
  listed: ListedReceipt,
  wish: BoardWish,
): Promise<Board> {
  const { receiptId, amount, receivedOn } = listed;
  const [receipt, decision, draft] = await Promise.all([
    receiptById(db, receiptId),
    latestDecisions(db, [receiptId]).then((all) => all.get(receiptId)),
    boardOf(db, receiptId),
  ]);
  if (!receipt) throw new Error(`receipt ${receiptId} is listed and not there`);
  const kept = boardDraft.safeParse(draft);
  const accountId = wish.account ?? draftAccount(kept.data) ?? listed.account?.accountId;
  const scope = accountId ? await scopeOf(db, accountId, wish) : [];
  const { currency } = amount;
  const items = await boardItems(db, scope, { currency, receivedOn, without: listed.itemId });
  const proposals = await wireProposals(db, decision, currency);
  return {
    receipt: wireReceipt(listed),
    said: receipt.said,
    references: referencesIn(receipt, decision, items),
    payerAccount: receipt.payerAccount,
    remittance: receipt.remittance.map((row) => wireRow(row, currency)),
    outcome: decision?.kind ?? null,
    policyVersion: decision?.policyVersion ?? null,
    proposals,
    returns: await returnedBy(db, listed, decision),
    rejected: (decision?.rejected ?? []).map(({ number, because, facts }) => ({
      document: number,
      because,
      facts: { ...facts },
    })),
    reasons: (decision?.reasons ?? []).map(({ kind, facts }) => ({ kind, facts: { ...facts } })),
    stopped: (decision?.stoppedAt ?? null) !== null,
    account: accountId ? ((await accountNames(db, [accountId])).get(accountId) ?? null) : null,
    items: items.map((item) => wireItem(item, currency, wish.today)),
    draft: kept.data ?? null,
    ...(await standing(db, listed)),
    pictures: await photographedOf(db, receiptId),
    claimPayment: await claimPaymentOfReceipt(db, receiptId),
  };
}

/** What a posted receipt pays now, and what of it is still free. */
async function standing(
  db: Queries,
  { state, account, itemId, amount: { currency } }: ListedReceipt,
): Promise<Pick<Board, 'applied' | 'free'>> {
  const write = (minor: bigint): string => formatMoney(money(minor, currency));
  if (state !== 'posted' || account === null || itemId === null) {
    return { applied: [], free: write(0n) };
  }
  const { accountId } = account;
  const [paid, open] = await Promise.all([
    paidBy(db, accountId, itemId),
    openItemsOf(db, [accountId], currency),
  ]);
  const credit = open.find((item) => item.itemId === itemId);
  const applied = paid.filter(({ kind }) => kind === 'payment' || kind === 'credit');
  return {
    applied: applied.map(({ debitItemId, number, amount, dueOn }) => ({
      itemId: debitItemId,
      document: number,
      amount: write(amount),
      dueOn,
    })),
    free: write(credit ? credit.open - credit.reserved : 0n),
  };
}

function draftAccount(draft: { accountId: string | null } | undefined): Id | undefined {
  return draft?.accountId ? id(draft.accountId) : undefined;
}

async function scopeOf(db: Queries, accountId: Id, wish: BoardWish): Promise<Id[]> {
  return wish.scope === 'family' ? familyOf(db, accountId, wish.today) : [accountId];
}

async function wireProposals(
  db: Queries,
  decision: Decision | undefined,
  currency: Currency,
): Promise<Board['proposals']> {
  const proposals = decision?.proposals ?? [];
  const lines = proposals.flatMap(({ allocations }) => allocations);
  const [numbers, accounts] = await Promise.all([
    itemNumbers(db, lines),
    accountNames(
      db,
      proposals.map(({ accountId }) => id(accountId)),
    ),
  ]);
  return proposals.flatMap((proposal, at) => {
    const account = accounts.get(id(proposal.accountId));
    return account ? [wireProposal(proposal, { at, account, numbers, currency })] : [];
  });
}

type Naming = {
  readonly at: number;
  readonly account: AccountName;
  readonly numbers: ReadonlyMap<string, string>;
  readonly currency: Currency;
};

function wireProposal(
  proposal: Proposal,
  { at, account, numbers, currency }: Naming,
): Board['proposals'][number] {
  const write = (minor: bigint): string => formatMoney(money(minor, currency));
  const { lines } = spreadOf(proposal);
  return {
    rank: at + 1,
    account: { ...account },
    confidence: proposal.confidence,
    lines: lines.map((line) => ({
      accountId: line.accountId,
      itemId: line.itemId,
      document: numbers.get(line.itemId) ?? '',
      amount: write(line.amount),
      discount: write(line.discount),
      short: write(line.short),
      shortReason: line.shortReason,
    })),
    short: write(lines.reduce((sum, line) => sum + line.short, 0n)),
    fee: write(feeOf(proposal)),
    onAccount: write(proposal.onAccountMinor),
    reasons: proposal.reasons.map(({ kind, facts }) => ({ kind, facts: { ...facts } })),
  };
}

async function returnedBy(
  db: Queries,
  { companyId }: ListedReceipt,
  decision: Decision | undefined,
): Promise<Board['returns']> {
  const found: Board['returns'] = [];
  for (const receiptId of decision?.returnOf.slice(0, 9) ?? []) {
    const filter = { companies: [companyId], receiptId: id(receiptId) };
    const { rows } = await listReceipts(db, filter, { offset: 0, limit: 1 });
    found.push(...rows.map(wireReceipt));
  }
  return found;
}

/** The numbers of ours that the payer's words hold, whole, for the eye. */
function referencesIn(
  { said, refs, remittance }: StandingReceipt,
  decision: Decision | undefined,
  items: readonly BoardItemRow[],
): string[] {
  const text = [said, ...refs, ...remittance.map(({ reference }) => reference)].join('\n');
  const words = new Set(text.toUpperCase().split(/[^A-Z0-9./-]+/u));
  const numbers = [
    ...items.map(({ document }) => document),
    ...(decision?.rejected ?? []).map(({ number }) => number),
  ];
  return [...new Set(numbers)].filter((number) => words.has(number.toUpperCase()));
}

function wireItem(item: BoardItemRow, currency: Currency, today: Day): Board['items'][number] {
  return {
    ...item,
    open: formatMoney(money(item.open, currency)),
    discount: formatMoney(money(item.discount, currency)),
    daysLate: Math.max(0, daysBetween(item.dueOn, today)),
  };
}

function wireRow(row: RemittanceRow, currency: Currency): WireRemittanceRow {
  const write = (minor: bigint | undefined): string | undefined =>
    minor === undefined ? undefined : formatMoney(money(minor, currency));
  return {
    reference: row.reference,
    paid: write(row.paidMinor),
    gross: write(row.grossMinor),
    discount: write(row.discountMinor),
    deduction: write(row.deductionMinor),
    note: row.reason,
  };
}
