/**
 * Everything that must be settled before a single row is read: which column holds which
 * field, how dates and amounts are written, and what stands for what the file leaves out.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency } from '#kernel/money.ts';
import { type DecimalMark } from '#formats/values/amounts.ts';
import { type DateOrder } from '#formats/values/dates.ts';
import { type Field, type Kind } from './kinds.ts';
import { type DocumentKind, type PaymentKind } from './records.ts';

export type Plan = {
  readonly kind: Kind;
  readonly columnOf: ReadonlyMap<Field, number>;
  /** Names of all columns, for what is said about a row. */
  readonly columns: readonly string[];
  readonly dateOrders: ReadonlyMap<Field, DateOrder>;
  readonly marks: ReadonlyMap<Field, DecimalMark>;
  /** Amount fields in whole minor units. */
  readonly inCents: ReadonlySet<Field>;
  /** Codes that a data frame has given the tail of a float: `1930571429.0`. */
  readonly floatTails: ReadonlySet<Field>;
  /** For rows that say no currency. */
  readonly currency: Currency | undefined;
  /** For rows that say no company. */
  readonly company: string | undefined;
  readonly documentKind: DocumentKind | undefined;
  readonly paymentKind: PaymentKind | undefined;
  /** Columns whose values together identify a row. */
  readonly identity: readonly number[];
  /** Credit memos and refunds are written without a sign. */
  readonly unsignedCredits: boolean;
  /**
   * Applications of these documents come in as well: each stands with its original amount,
   * and the applications close it.
   */
  readonly withApplications: boolean;
  readonly rounds: boolean;
  /** The day of the import: a date far ahead of it is a slip. */
  readonly today?: Day;
};
