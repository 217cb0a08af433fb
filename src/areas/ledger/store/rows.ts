/**
 * A posting as rows of the ledger's tables, in COPY's text format.
 *
 * One writer for one posting or a million: the columns of each table stand here once.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import type { ItemState, NewApplication, NewItem, Posting } from '../rules/posting.ts';

/** What every row of one recording shares. */
export type Recording = {
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  readonly importId: Id | null;
};

export const targets = {
  entry: `ledger.entry (account_id, entry_id, kind, effective_on, posted_on, recorded_at, actor,
    reason, import_id, reverses, follows)`,
  line: `ledger.line (account_id, entry_id, line_no, debit, credit, currency, amount_minor,
    base_minor, bank)`,
  item: `ledger.item (account_id, item_id, entry_id, document_id, kind, side, currency,
    amount_minor, base_minor, number, reference, issued_on, due_on, effective_on, recorded_at,
    instalment)`,
  discount: `ledger.discount_offer (account_id, item_id, until_on, amount_minor, tax_minor)`,
  application: `ledger.application (account_id, application_id, entry_id, debit_item_id,
    credit_item_id, kind, amount_minor, debit_base_minor, credit_base_minor, effective_on,
    recorded_at, reverses)`,
  balance: `ledger.item_balance (account_id, item_id, side, kind, currency, issued_on, due_on,
    effective_on, recorded_at, amount_minor, base_minor, open_minor, open_base_minor, closed_on,
    touched_at)`,
} as const;

export function entryRow(posting: Posting, recording: Recording): CopyRow {
  return [
    posting.accountId,
    posting.entryId,
    posting.kind,
    posting.effectiveOn,
    posting.postedOn,
    recording.at,
    recording.actor,
    recording.reason,
    recording.importId,
    posting.reverses,
    posting.follows,
  ];
}

export function* lineRows(posting: Posting): Generator<CopyRow> {
  let number = 0;
  for (const line of posting.lines) {
    number += 1;
    yield [
      posting.accountId,
      posting.entryId,
      number,
      line.debit,
      line.credit,
      line.amount.currency,
      line.amount.minor,
      line.base,
      line.bank,
    ];
  }
}

export function itemRow(posting: Posting, item: NewItem, recording: Recording): CopyRow {
  return [
    posting.accountId,
    item.itemId,
    posting.entryId,
    item.documentId,
    item.kind,
    item.side === 'debit' ? 1 : -1,
    item.amount.currency,
    item.amount.minor,
    item.base,
    item.number,
    item.reference,
    item.issuedOn,
    item.dueOn,
    posting.effectiveOn,
    recording.at,
    item.instalment,
  ];
}

export function* discountRows(accountId: Id, item: NewItem): Generator<CopyRow> {
  for (const offer of item.discounts ?? []) {
    yield [accountId, item.itemId, offer.until, offer.amount, offer.tax];
  }
}

export function applicationRow(
  posting: Posting,
  application: NewApplication,
  recording: Recording,
): CopyRow {
  return [
    posting.accountId,
    application.applicationId,
    posting.entryId,
    application.debitItemId,
    application.creditItemId,
    application.kind,
    application.amount,
    application.debitBase,
    application.creditBase,
    posting.effectiveOn,
    recording.at,
    application.reverses,
  ];
}

/** The balance of a new item; `closedOn` is given when its applications used it up. */
export function balanceRow(
  accountId: Id,
  item: ItemState & { readonly base: bigint },
  closedOn: Day | null,
  recording: Recording,
): CopyRow {
  const sign = item.side === 'debit' ? 1n : -1n;
  return [
    accountId,
    item.itemId,
    sign,
    item.kind,
    item.currency,
    item.issuedOn,
    item.dueOn,
    item.effectiveOn,
    recording.at,
    item.amount,
    item.base,
    sign * item.open,
    sign * item.openBase,
    closedOn ?? 'infinity',
    recording.at,
  ];
}
