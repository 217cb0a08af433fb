/** Writes documents and their lines as the billing system issued them. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import type { Tx } from '#platform/postgres/db.ts';

/** Amounts are minor units and never negative; `kind` says on which side they stand. */
export type NewDocument = {
  readonly accountId: Id;
  readonly documentId: Id;
  readonly kind: 'invoice' | 'debit_memo' | 'credit_memo';
  readonly number: string;
  readonly poNumber: string | null;
  readonly orderNumber: string | null;
  readonly issuedOn: Day;
  readonly currency: Currency;
  readonly net: bigint;
  readonly tax: bigint;
  readonly termsCode: string | null;
  readonly discountOn: Day | null;
  readonly discount: bigint | null;
  /** The document that a credit memo was issued for. */
  readonly credits: Id | null;
  readonly lines: readonly DocumentLine[];
};

export type DocumentLine = {
  readonly description: string;
  readonly net: bigint;
  readonly taxCode: string | null;
  readonly tax: bigint;
};

/** Inserts documents with their lines; one that is there already is a bug and throws. */
export async function recordDocuments(
  tx: Tx,
  documents: readonly NewDocument[],
  at: Instant,
): Promise<void> {
  await Promise.all([
    tx.copyIn(documentTable, documentRows(documents, at)),
    tx.copyIn(lineTable, documentLineRows(documents)),
  ]);
}

const documentTable = copyTable(`invoices.document (account_id uuid, document_id uuid, kind text,
  number text, po_number text, order_number text, issued_on date, currency text,
  net_minor bigint, tax_minor bigint, terms_code text, discount_on date, discount_minor bigint,
  credits uuid, recorded_at timestamptz)`);

const lineTable = copyTable(`invoices.document_line (account_id uuid, document_id uuid,
  line_no smallint, description text, net_minor bigint, tax_code text, tax_minor bigint)`);

function* documentRows(documents: readonly NewDocument[], at: Instant): Generator<CopyRow> {
  for (const each of documents) {
    yield [
      each.accountId,
      each.documentId,
      each.kind,
      each.number,
      each.poNumber,
      each.orderNumber,
      each.issuedOn,
      each.currency,
      each.net,
      each.tax,
      each.termsCode,
      each.discountOn,
      each.discount,
      each.credits,
      at,
    ];
  }
}

function* documentLineRows(documents: readonly NewDocument[]): Generator<CopyRow> {
  for (const { accountId, documentId, lines } of documents) {
    for (const [index, line] of lines.entries()) {
      yield [accountId, documentId, index + 1, line.description, line.net, line.taxCode, line.tax];
    }
  }
}
