/**
 * Tables of accounting systems: QuickBooks Online and Sage Intacct.
 *
 * A row that the source has deleted keeps its number and little else; it says so itself and
 * is skipped. Amounts are written without a sign; what the table holds says whether they
 * are owed or owing.
 */
import { type Preset, preset } from './preset.ts';

const removed = { _fivetran_deleted: 'deleted' } as const;

const quickbooksDocument = {
  ...removed,
  id: 'externalId',
  doc_number: 'number',
  customer_id: 'customerNumber',
  currency_id: 'currency',
  exchange_rate: 'exchangeRate',
  transaction_date: 'issuedOn',
  sales_term_id: 'termsCode',
  total_amount: 'original',
  total_tax: 'tax',
  custom_p_o_number: 'poNumber',
} as const;

export const accountingPresets: readonly Preset[] = [
  preset(
    'customers',
    {
      name: 'quickbooks-customers',
      signature: ['id', 'display_name', 'fully_qualified_name', 'parent_customer_id', 'sync_token'],
    },
    {
      ...removed,
      id: 'number',
      display_name: 'name',
      parent_customer_id: 'parentNumber',
      bill_with_parent: 'billWithParent',
      currency_id: 'currency',
      sales_term_id: 'termsCode',
      email: 'email',
      phone_number: 'phone',
      taxable: 'taxable',
    },
  ),
  preset(
    'items',
    {
      name: 'quickbooks-invoices',
      signature: ['id', 'doc_number', 'due_date', 'balance', 'total_amount', 'sync_token'],
      documentKind: 'invoice',
      dateOrder: 'ymd',
    },
    { ...quickbooksDocument, due_date: 'dueOn', balance: 'open', billing_email: 'email' },
  ),
  preset(
    'items',
    {
      name: 'quickbooks-credit-memos',
      signature: ['id', 'doc_number', 'remaining_credit', 'total_amount', 'sync_token'],
      // `remaining_credit` is left empty by the source; `balance` says the same.
      leftOut: ['remaining_credit'],
      documentKind: 'credit_memo',
      dateOrder: 'ymd',
    },
    { ...quickbooksDocument, balance: 'open', bill_email: 'email' },
  ),
  preset(
    'payments',
    {
      name: 'quickbooks-payments',
      signature: ['id', 'customer_id', 'unapplied_amount', 'total_amount', 'receivable_account_id'],
      paymentKind: 'receipt',
      dateOrder: 'ymd',
    },
    {
      ...removed,
      id: 'externalId',
      customer_id: 'customerNumber',
      currency_id: 'currency',
      transaction_date: 'receivedOn',
      payment_method_id: 'method',
      reference_number: 'reference',
      total_amount: 'amount',
      unapplied_amount: 'unapplied',
    },
  ),
  preset(
    'applications',
    {
      name: 'quickbooks-payment-lines',
      signature: ['index', 'payment_id', 'amount', 'invoice_id', 'journal_entry_id', 'check_id'],
      identity: ['payment_id', 'index'],
    },
    { ...removed, payment_id: 'sourceId', invoice_id: 'documentId', amount: 'amount' },
  ),
  preset(
    'payments',
    {
      name: 'quickbooks-refund-receipts',
      signature: ['id', 'check_payment_check_number', 'doc_number', 'customer_id', 'sync_token'],
      paymentKind: 'refund',
      dateOrder: 'ymd',
    },
    {
      ...removed,
      id: 'externalId',
      customer_id: 'customerNumber',
      currency_id: 'currency',
      transaction_date: 'receivedOn',
      payment_method_id: 'method',
      doc_number: 'reference',
      total_amount: 'amount',
    },
  ),
  preset(
    'items',
    {
      name: 'sage-intacct-invoices',
      signature: ['recordno', 'recordid', 'customerid', 'totalentered', 'totaldue', 'whendue'],
      dateOrder: 'ymd',
    },
    {
      ...removed,
      recordno: 'externalId',
      recordid: 'number',
      recordtype: 'documentKind',
      customerid: 'customerNumber',
      customername: 'customerName',
      megaentityid: 'company',
      currency: 'currency',
      whencreated: 'issuedOn',
      whendue: 'dueOn',
      totalentered: 'original',
      totaldue: 'open',
      totalpaid: 'settled',
      whenpaid: 'paidOn',
      docnumber: 'reference',
    },
  ),
];

/** Tables that are known and hold nothing to import: parts of documents, and the like. */
export const partialTables: readonly {
  readonly name: string;
  readonly signature: readonly string[];
}[] = [
  { name: 'quickbooks-invoice-lines', signature: ['index', 'invoice_id', 'sales_item_item_id'] },
  {
    name: 'quickbooks-credit-memo-lines',
    signature: ['credit_memo_id', 'index', 'sales_item_item_id'],
  },
  {
    name: 'quickbooks-linked-transactions',
    signature: ['index', 'invoice_id', 'reimburse_charge_id'],
  },
  { name: 'quickbooks-deposits', signature: ['id', 'cash_back_account_id', 'total_amount'] },
  { name: 'quickbooks-deposit-lines', signature: ['deposit_id', 'index', 'deposit_customer_id'] },
  {
    name: 'quickbooks-addresses',
    signature: ['id', 'country_sub_division_code', 'line_1', 'latitude'],
  },
  {
    name: 'sage-intacct-invoice-lines',
    signature: ['recordkey', 'recordno', 'line_no', 'offsetglaccountno'],
  },
];
