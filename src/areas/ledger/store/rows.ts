/**
 * A posting as rows of the ledger's tables.
 *
 * One writer for one posting or a million: the columns of each table stand here once.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import type { ItemState, NewApplication, NewItem, Posting } from '../rules/posting.ts';

/** What every row of one recording shares. */
export type Recording = {
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  readonly importId: Id | null;
  /** The day in whose accounting period it counts; never before its effective day. */
  postedOn(posting: Posting): Day;
};

export const targets = {
  entry: copyTable(`ledger.entry (account_id uuid, entry_id uuid, kind text, effective_on date,
    posted_on date, recorded_at timestamptz, actor text, reason text, import_id uuid,
    reverses uuid, follows uuid)`),
  line: copyTable(`ledger.line (account_id uuid, entry_id uuid, line_no smallint, debit text,
    credit text, currency text, amount_minor bigint, base_minor bigint, bank text)`),
  item: copyTable(`ledger.item (account_id uuid, item_id uuid, entry_id uuid, document_id uuid,
    kind text, side smallint, currency text, amount_minor bigint, base_minor bigint, number text,
    reference text, issued_on date, due_on date, effective_on date, recorded_at timestamptz,
    instalment smallint)`),
  discount: copyTable(`ledger.discount_offer (account_id uuid, item_id uuid, until_on date,
    amount_minor bigint, tax_minor bigint)`),
  application: copyTable(`ledger.application (account_id uuid, application_id uuid, entry_id uuid,
    debit_item_id uuid, credit_item_id uuid, kind text, amount_minor bigint,
    debit_base_minor bigint, credit_base_minor bigint, effective_on date,
    recorded_at timestamptz, reverses uuid)`),
  balance: copyTable(`ledger.item_balance (account_id uuid, item_id uuid, side smallint, kind text,
    currency text, issued_on date, due_on date, effective_on date, recorded_at timestamptz,
    amount_minor bigint, base_minor bigint, open_minor bigint, open_base_minor bigint,
    closed_on date, touched_at timestamptz)`),
} as const;

export function entryRow(posting: Posting, recording: Recording): CopyRow {
  return [
    posting.accountId,
    posting.entryId,
    posting.kind,
    posting.effectiveOn,
    recording.postedOn(posting),
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
