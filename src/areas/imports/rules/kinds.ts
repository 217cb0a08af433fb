/**
 * What a file can bring, and the fields each kind of record has.
 *
 * A field is named once here; the mapping of columns, the presets, the saved settings and
 * the mapping screen all speak of fields by these names. A new field needs its synonyms in
 * `synonyms.ts`, its place in `records.ts` and its label in the area's words.
 */
import { deskFields, deskKinds, deskRequired } from './desk-kinds.ts';

export const ledgerKinds = [
  'customers',
  'items',
  'payments',
  'applications',
  'orders',
  'terms',
] as const;
export const kinds = [...ledgerKinds, ...deskKinds] as const;
export type Kind = (typeof kinds)[number];

/** What the values of a field look like; `code` has no blanks inside, `name` has letters. */
export type FieldType =
  | 'code'
  | 'name'
  | 'text'
  | 'day'
  | 'amount'
  | 'count'
  | 'decimal'
  | 'flag'
  | 'currency';

const customers = {
  number: 'code',
  name: 'name',
  parentNumber: 'code',
  payerNumber: 'code',
  billWithParent: 'flag',
  company: 'code',
  segment: 'text',
  termsCode: 'text',
  currency: 'currency',
  creditLimit: 'amount',
  language: 'text',
  email: 'text',
  phone: 'text',
  contactName: 'name',
  address: 'text',
  city: 'text',
  state: 'text',
  postalCode: 'code',
  country: 'text',
  taxExempt: 'flag',
  taxable: 'flag',
  collector: 'text',
  deleted: 'flag',
} as const;

const items = {
  externalId: 'code',
  number: 'code',
  instalment: 'count',
  documentKind: 'text',
  customerNumber: 'code',
  customerName: 'name',
  company: 'code',
  currency: 'currency',
  issuedOn: 'day',
  dueOn: 'day',
  termsCode: 'text',
  netDays: 'count',
  original: 'amount',
  net: 'amount',
  tax: 'amount',
  open: 'amount',
  debit: 'amount',
  credit: 'amount',
  poNumber: 'text',
  orderNumber: 'text',
  credits: 'code',
  reference: 'text',
  disputed: 'flag',
  disputedOn: 'day',
  disputeResolvedOn: 'day',
  disputeReason: 'text',
  disputeOutcome: 'text',
  paidOn: 'day',
  settled: 'amount',
  collector: 'text',
  discountOn: 'day',
  discount: 'amount',
  exchangeRate: 'decimal',
  email: 'text',
  country: 'text',
  deleted: 'flag',
} as const;

const payments = {
  externalId: 'code',
  paymentKind: 'text',
  customerNumber: 'code',
  customerName: 'name',
  company: 'code',
  currency: 'currency',
  receivedOn: 'day',
  method: 'text',
  reference: 'text',
  amount: 'amount',
  unapplied: 'amount',
  ofPayment: 'code',
  deleted: 'flag',
} as const;

const applications = {
  externalId: 'code',
  appliedOn: 'day',
  sourceKind: 'text',
  sourceId: 'code',
  applicationKind: 'text',
  documentId: 'code',
  currency: 'currency',
  amount: 'amount',
  deleted: 'flag',
} as const;

const orders = {
  externalId: 'code',
  customerNumber: 'code',
  customerName: 'name',
  company: 'code',
  currency: 'currency',
  orderedOn: 'day',
  amount: 'amount',
  delivered: 'amount',
  invoiced: 'amount',
  status: 'text',
  documentId: 'code',
  deleted: 'flag',
} as const;

const terms = {
  code: 'text',
  description: 'text',
  netDays: 'count',
  endOfMonth: 'flag',
  discountPermille: 'count',
  discountPercent: 'decimal',
  discountDays: 'count',
  company: 'code',
} as const;

/** The fields of each kind with the type of their values. */
export const fieldsOf = {
  customers,
  items,
  payments,
  applications,
  orders,
  terms,
  ...deskFields,
} as const;

export type FieldOf<K extends Kind> = {
  [Each in Kind]: keyof (typeof fieldsOf)[Each] & string;
}[K];
export type Field = FieldOf<Kind>;

/** Fields of which a file must have at least one, each group in order of preference. */
export const requiredOf: { readonly [K in Kind]: readonly (readonly FieldOf<K>[])[] } = {
  customers: [['number', 'name']],
  items: [
    ['number', 'externalId'],
    ['customerNumber', 'customerName'],
    ['original', 'open', 'debit', 'credit'],
    ['issuedOn', 'dueOn'],
  ],
  payments: [
    ['externalId', 'reference'],
    ['customerNumber', 'customerName'],
    ['receivedOn'],
    ['amount'],
  ],
  applications: [['sourceId'], ['documentId'], ['amount']],
  orders: [['externalId'], ['customerNumber', 'customerName'], ['orderedOn'], ['amount']],
  terms: [['code'], ['netDays', 'description']],
  ...deskRequired,
};

export function isKind(text: string): text is Kind {
  return kinds.some((kind) => kind === text);
}

/** The type of a field's values, or undefined when the kind has no such field. */
export function typeOf(kind: Kind, field: string): FieldType | undefined {
  const fields: Readonly<Record<string, FieldType>> = fieldsOf[kind];
  return fields[field];
}

/** The field of that name, or undefined when the kind has none. */
export function fieldNamed(kind: Kind, name: string): Field | undefined {
  return fieldNames(kind).find((field) => field === name);
}

/** The fields of a kind, in the order of the catalogue. */
export function fieldNames(kind: Kind): readonly Field[] {
  // The keys of a literal object are exactly the fields its type lists.
  return Object.keys(fieldsOf[kind]) as Field[];
}
