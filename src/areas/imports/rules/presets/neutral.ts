/**
 * The neutral book: customers, terms, invoices, payments, applications and orders as a
 * folder of CSV files, amounts in cents, days in ISO 8601.
 *
 * `hidden_profile` says how a customer was invented to pay; a product must not read it.
 */
import { type Preset, preset } from './preset.ts';

const cents = { cents: true, currency: 'USD', dateOrder: 'ymd' } as const;

export const neutralPresets: readonly Preset[] = [
  preset(
    'customers',
    {
      name: 'neutral-customers',
      signature: ['customer_id', 'parent_id', 'payer_id', 'credit_limit_cents', 'resale_exempt'],
      leftOut: ['hidden_profile'],
      ...cents,
    },
    {
      customer_id: 'number',
      name: 'name',
      parent_id: 'parentNumber',
      payer_id: 'payerNumber',
      segment: 'segment',
      terms_code: 'termsCode',
      credit_limit_cents: 'creditLimit',
      language: 'language',
      email: 'email',
      phone: 'phone',
      city: 'city',
      state: 'state',
      zip: 'postalCode',
      resale_exempt: 'taxExempt',
    },
  ),
  preset(
    'terms',
    {
      name: 'neutral-terms',
      signature: ['terms_code', 'net_days', 'eom', 'discount_permille', 'discount_days'],
    },
    {
      terms_code: 'code',
      net_days: 'netDays',
      eom: 'endOfMonth',
      discount_permille: 'discountPermille',
      discount_days: 'discountDays',
    },
  ),
  preset(
    'items',
    {
      name: 'neutral-invoices',
      signature: ['doc_id', 'doc_type', 'customer_id', 'issue_date', 'due_date', 'total_cents'],
      ...cents,
    },
    {
      doc_id: 'externalId',
      doc_type: 'documentKind',
      number: 'number',
      customer_id: 'customerNumber',
      issue_date: 'issuedOn',
      due_date: 'dueOn',
      terms_code: 'termsCode',
      discount_date: 'discountOn',
      discount_cents: 'discount',
      currency: 'currency',
      net_cents: 'net',
      tax_cents: 'tax',
      total_cents: 'original',
      open_cents: 'open',
      po_number: 'poNumber',
      order_id: 'orderNumber',
      credits_doc_id: 'credits',
      disputed_on: 'disputedOn',
      dispute_resolved_on: 'disputeResolvedOn',
      dispute_reason: 'disputeReason',
    },
  ),
  preset(
    'payments',
    {
      name: 'neutral-payments',
      signature: ['payment_id', 'type', 'customer_id', 'posted_on', 'amount_cents'],
      ...cents,
    },
    {
      payment_id: 'externalId',
      type: 'paymentKind',
      customer_id: 'customerNumber',
      posted_on: 'receivedOn',
      method: 'method',
      reference: 'reference',
      currency: 'currency',
      amount_cents: 'amount',
      ref_payment_id: 'ofPayment',
    },
  ),
  preset(
    'applications',
    {
      name: 'neutral-applications',
      signature: ['application_id', 'applied_on', 'source_type', 'source_id', 'amount_cents'],
      ...cents,
    },
    {
      application_id: 'externalId',
      applied_on: 'appliedOn',
      source_type: 'sourceKind',
      source_id: 'sourceId',
      kind: 'applicationKind',
      invoice_id: 'documentId',
      currency: 'currency',
      amount_cents: 'amount',
    },
  ),
  preset(
    'orders',
    {
      name: 'neutral-orders',
      signature: ['order_id', 'customer_id', 'order_date', 'amount_cents', 'status'],
      ...cents,
    },
    {
      order_id: 'externalId',
      customer_id: 'customerNumber',
      order_date: 'orderedOn',
      currency: 'currency',
      amount_cents: 'amount',
      status: 'status',
      invoice_id: 'documentId',
    },
  ),
];
