/**
 * What a file can bring beside money: the desk's own records of contacts, notes, promises,
 * disputes, next actions and owners.
 *
 * They refer to accounts and invoices by number, so they come after those. A file is one of
 * these by its own name or by a column that nothing else has; a list of customers stays one.
 */
export const deskKinds = [
  'contacts',
  'owners',
  'notes',
  'promises',
  'disputes',
  'next-actions',
] as const;
export type DeskKind = (typeof deskKinds)[number];

const contacts = {
  externalId: 'code',
  customerNumber: 'code',
  company: 'code',
  contactName: 'name',
  role: 'text',
  email: 'text',
  phone: 'text',
  language: 'text',
  zone: 'text',
  deleted: 'flag',
} as const;

const owners = { customerNumber: 'code', company: 'code', owner: 'text' } as const;

const notes = {
  externalId: 'code',
  customerNumber: 'code',
  company: 'code',
  writtenOn: 'day',
  author: 'text',
  text: 'text',
} as const;

const promises = {
  externalId: 'code',
  customerNumber: 'code',
  company: 'code',
  number: 'text',
  currency: 'currency',
  amount: 'amount',
  madeOn: 'day',
  dueOn: 'day',
  saidBy: 'text',
  method: 'text',
  status: 'text',
  settledOn: 'day',
  received: 'amount',
  text: 'text',
} as const;

const disputes = {
  externalId: 'code',
  customerNumber: 'code',
  company: 'code',
  number: 'code',
  disputeReason: 'text',
  disputedOn: 'day',
  disputeResolvedOn: 'day',
  disputeOutcome: 'text',
} as const;

const nextActions = {
  externalId: 'code',
  customerNumber: 'code',
  company: 'code',
  action: 'text',
  dueOn: 'day',
  owner: 'text',
} as const;

/** The fields of each kind with the type of their values. */
export const deskFields = {
  contacts,
  owners,
  notes,
  promises,
  disputes,
  'next-actions': nextActions,
} as const;

/** Fields of which a file must have at least one, each group in order of preference. */
export const deskRequired = {
  contacts: [['customerNumber'], ['contactName', 'email']],
  owners: [['customerNumber'], ['owner']],
  notes: [['customerNumber'], ['writtenOn'], ['text']],
  promises: [['customerNumber'], ['amount'], ['dueOn']],
  disputes: [['customerNumber'], ['number'], ['disputedOn']],
  'next-actions': [['customerNumber'], ['action'], ['dueOn']],
} as const satisfies { readonly [K in DeskKind]: readonly (readonly string[])[] };

export function isDeskKind(kind: string | undefined): kind is DeskKind {
  return deskKinds.some((each) => each === kind);
}

const names: { readonly [K in DeskKind]: RegExp } = {
  contacts: /^(?:contacts?|contactos?)\b/iu,
  owners: /^(?:owners?|collectors?|gestores|responsables|portfolio|cartera)\b/iu,
  notes: /^(?:notes?|notas?|comments?|comentarios)\b/iu,
  promises: /^(?:promises?|promesas?|ptp)\b/iu,
  disputes: /^(?:disputes?|disputas?|reclamos)\b/iu,
  'next-actions': /^(?:next[-_ ]?actions?|follow[-_ ]?ups?|pr[oó]ximas?[-_ ]acci[oó]n)/iu,
};

/** The kind that a file is called by: `contacts.csv`, `notas 2026.xlsx`. */
export function kindOfName(fileName: string): DeskKind | undefined {
  const name = fileName.replaceAll('_', ' ');
  return deskKinds.find((kind) => names[kind].test(name));
}
