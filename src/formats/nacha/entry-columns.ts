/**
 * Where the parts of an entry stand: the standard entry class decides.
 *
 * The same forty columns hold a person's number and name, a check's number, a card, or a
 * count of addenda and a company. Amount, routing, account and trace keep their place, but
 * not in ADV, whose amounts are two digits longer.
 */

/** A place in a record: first and last column, counted from 1. */
export type Place = readonly [from: number, to: number];

export type EntryColumns = {
  readonly account: Place;
  readonly amount: Place;
  readonly trace: Place;
  readonly name: Place;
  /** The payer's or payee's own number with the company. */
  readonly id?: Place;
  readonly check?: Place;
};

const common = {
  account: [13, 29],
  amount: [30, 39],
  trace: [80, 94],
} satisfies Partial<EntryColumns>;

const person: EntryColumns = { ...common, id: [40, 54], name: [55, 76] };
const company: EntryColumns = { ...common, id: [40, 54], name: [59, 74] };
const check: EntryColumns = { ...common, check: [40, 54], name: [55, 76] };

const bySec: Readonly<Record<string, EntryColumns>> = {
  CTX: company,
  ATX: company,
  ACK: company,
  TRX: company,
  ENR: company,
  ARC: check,
  BOC: check,
  RCK: check,
  XCK: { ...common, check: [40, 54], name: [61, 76] },
  TRC: { ...common, check: [40, 54], name: [61, 76] },
  POP: { ...common, check: [40, 48], name: [55, 76] },
  CIE: { ...common, name: [40, 54], id: [55, 76] },
  MTE: { ...common, name: [40, 61], id: [62, 76] },
  SHR: { ...common, id: [44, 54], name: [55, 76] },
  IAT: { ...common, account: [40, 74], name: [1, 0] },
  ADV: { ...common, account: [13, 27], amount: [28, 39], name: [55, 76] },
};

/** The columns of an entry of this class; persons' columns for every class not listed. */
export function columnsOf(sec: string): EntryColumns {
  return bySec[sec] ?? person;
}

/** A code ends in 1 to 4 for money to the account, in 5 to 9 for money from it. */
export function isCredit(transactionCode: string, sec: string): boolean {
  const last = Number(transactionCode.slice(1));
  return sec === 'ADV' ? last % 2 === 1 : last >= 1 && last <= 4;
}

/** Sent without money, to learn whether the account exists. */
export function isPrenote(transactionCode: string): boolean {
  return /^[2-5][38]$/u.test(transactionCode);
}
