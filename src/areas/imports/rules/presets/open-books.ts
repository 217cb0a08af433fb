/**
 * Books of open and paid invoices in the shapes that SAP extracts and the usual receivables
 * data sets have.
 *
 * In an SAP extract the due day counts from the baseline day; the invoice is as old as its
 * posting, so the baseline is known and not read.
 */
import { type Preset, preset } from './preset.ts';

export const openBookPresets: readonly Preset[] = [
  preset(
    'items',
    {
      name: 'sap-open-items',
      signature: ['invoice_id', 'cust_number', 'company', 'term_days', 'issue_date', 'amount'],
      leftOut: ['baseline_create_date', 'document_create_date'],
    },
    {
      invoice_id: 'externalId',
      cust_number: 'customerNumber',
      name: 'customerName',
      company: 'company',
      currency: 'currency',
      terms: 'termsCode',
      term_days: 'netDays',
      issue_date: 'issuedOn',
      due_date: 'dueOn',
      amount: 'original',
    },
  ),
  preset(
    'items',
    {
      name: 'sap-open-items',
      signature: ['business_code', 'cust_number', 'doc_id', 'posting_date', 'converted_usd'],
      // The first column counts the rows of the extract it was taken from.
      leftOut: ['column 1', 'buisness_year', 'baseline_create_date'],
      currency: 'USD',
      rounds: true,
    },
    {
      business_code: 'company',
      cust_number: 'customerNumber',
      name_customer: 'customerName',
      clear_date: 'paidOn',
      doc_id: 'externalId',
      posting_date: 'issuedOn',
      due_in_date: 'dueOn',
      cust_payment_terms: 'termsCode',
      converted_usd: 'original',
    },
  ),
  preset(
    'items',
    {
      name: 'sap-book-known',
      signature: ['invoice_id', 'customer_id', 'company', 'attr', 'issue_date', 'paid_date'],
      leftOut: ['attr'],
      dateOrder: 'ymd',
    },
    {
      invoice_id: 'externalId',
      customer_id: 'customerNumber',
      company: 'company',
      currency: 'currency',
      terms: 'termsCode',
      issue_date: 'issuedOn',
      due_date: 'dueOn',
      amount: 'original',
      paid_date: 'paidOn',
    },
  ),
  preset(
    'items',
    {
      name: 'ibm-receivables',
      signature: ['countryCode', 'customerID', 'PaperlessDate', 'invoiceNumber', 'SettledDate'],
      leftOut: ['PaperlessDate', 'PaperlessBill', 'DaysToSettle', 'DaysLate'],
      dateOrder: 'mdy',
    },
    {
      countryCode: 'country',
      customerID: 'customerNumber',
      invoiceNumber: 'number',
      InvoiceDate: 'issuedOn',
      DueDate: 'dueOn',
      InvoiceAmount: 'original',
      Disputed: 'disputed',
      SettledDate: 'paidOn',
    },
  ),
  preset(
    'items',
    {
      name: 'yellevate',
      signature: ['customer_id', 'invoice_number', 'disputed', 'dispute_case', 'settled_date'],
      leftOut: ['days_settled', 'days_late', 'settlement'],
    },
    {
      country: 'country',
      customer_id: 'customerNumber',
      invoice_number: 'number',
      invoice_date: 'issuedOn',
      due_date: 'dueOn',
      invoice_amount: 'original',
      disputed: 'disputed',
      dispute_case: 'disputeOutcome',
      settled_date: 'paidOn',
    },
  ),
];
