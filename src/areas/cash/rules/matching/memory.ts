/**
 * What is remembered of payers: their bank accounts, the names they pay under, their habits.
 *
 * It is learned from what people confirmed or corrected, never from a guess of the machine: a
 * wrong guess that is remembered would repeat itself with growing certainty.
 */

/** An account seen behind a token or a name, and how often. */
export type Seen = { readonly accountId: string; readonly times: number };

/** The ways in which payers compose a payment without naming the invoices. */
export type Structure =
  | 'single'
  | 'oldest_of_equals'
  | 'oldest_first'
  | 'due_by'
  | 'whole_balance'
  | 'net_of_credits'
  | 'subset';

/** How often each structure was the confirmed explanation of a payment. */
export type Habits = Readonly<Partial<Record<Structure, number>>>;

export type PayerMemory = {
  /** By sending account or MICR. */
  readonly byAccount: ReadonlyMap<string, readonly Seen[]>;
  /** By name as the bank writes it, normalised. */
  readonly byName: ReadonlyMap<string, readonly Seen[]>;
  /** Names and sending accounts that pay for customers who are not their kin. */
  readonly thirdParties: ReadonlySet<string>;
  readonly habits: ReadonlyMap<string, Habits>;
  /** All payers together. */
  readonly house: Habits;
};

/** A desk that has confirmed nothing yet. */
export const emptyMemory: PayerMemory = {
  byAccount: new Map(),
  byName: new Map(),
  thirdParties: new Set(),
  habits: new Map(),
  house: {},
};
