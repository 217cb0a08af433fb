/**
 * One receipt on the table with everything that explaining it needs, and the form of an
 * explanation while it is still weighed.
 *
 * Marks are what confidence is learned from: names of what is true of an explanation. They
 * name kinds of evidence, never a customer, a number or an amount.
 */
import { type Book, type LiveItem } from './book.ts';
import { type PayerMemory } from './memory.ts';
import { type Mention } from './mentions.ts';
import { type Allocation, type Reason, type ReceiptToDecide } from './model.ts';
import { type Payers } from './payer.ts';
import { type MatchingPolicy } from './policy.ts';

export type Case = {
  readonly receipt: ReceiptToDecide;
  readonly amount: bigint;
  readonly book: Book;
  readonly memory: PayerMemory;
  readonly policy: MatchingPolicy;
  readonly mentions: readonly Mention[];
  readonly payers: Payers;
  /** Accounts whose items the payer may pay; empty when nobody knows the payer. */
  readonly scope: ReadonlySet<string>;
  /** What is open for them, oldest due first. */
  readonly open: readonly LiveItem[];
  /** Set when a search stopped at its bound. */
  stoppedAt: { looked: number; items: number } | null;
};

export type Explanation = {
  readonly accountId: string;
  readonly allocations: readonly Allocation[];
  readonly onAccountMinor: bigint;
  readonly reasons: readonly Reason[];
  readonly marks: readonly string[];
  /** The kind of evidence it rests on: equals of one kind are a question for a person. */
  readonly rests: Rests;
};

/** From the strongest evidence to the weakest. */
export const strengths = [
  'rows',
  'reference',
  'order',
  'damaged',
  'paid_before',
  'structure',
  'single',
  'words',
  'subset',
  'autocash',
  'amount_alone',
  'nothing',
] as const;
export type Rests = (typeof strengths)[number];
