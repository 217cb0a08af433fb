/**
 * What an image cash letter says: checks on their way to the banks they are drawn on, and
 * checks that come back.
 *
 *   file ─ cash letter ─ bundle ─ check (25) ─ endorsement (26), images front and rear
 *                    │         └ return (31) ─ the same, with the reason
 *                    └ credit (61, 62): the deposit they add up to
 *
 * Routing, account and sequence numbers are text: a leading zero is part of them.
 */
import { type Day } from '#kernel/day.ts';
import { type Encoding } from './records.ts';

export type CashLetterFile = {
  readonly encoding: Encoding;
  readonly records: number;
  readonly isTest: boolean;
  readonly destination: Party;
  readonly origin: Party;
  readonly createdOn: Day;
  /** `HHMM`, in the origin's time. */
  readonly createdAt: string;
  /** Tells two files of one day apart: A to Z, 0 to 9. */
  readonly modifier: string;
  readonly cashLetters: readonly CashLetter[];
  readonly stated: Totals & { readonly cashLetters: string; readonly records: string };
};

export type Party = { readonly routing: string; readonly name: string };

export type CashLetter = {
  readonly record: number;
  readonly id: string;
  readonly businessOn: Day;
  /** 01 forward presentment, 03 returns. */
  readonly collectionType: string;
  readonly destination: string;
  readonly institution: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly credits: readonly Credit[];
  /** Records of credits whose layout is a producer's own. */
  readonly unreadCredits: readonly number[];
  readonly bundles: readonly Bundle[];
  readonly stated: Totals & { readonly bundles: string };
};

export type Bundle = {
  readonly record: number;
  readonly id: string;
  readonly sequence: string;
  readonly businessOn: Day;
  readonly checks: readonly Check[];
  readonly returns: readonly ReturnedCheck[];
  readonly stated: Totals;
};

/** A trailer's figures as they stand, and where. */
export type Totals = {
  readonly record: number;
  readonly items: string;
  readonly total: string;
  readonly images: string;
  /** 1 when the total holds the credits too. */
  readonly creditIncluded: string;
};

export type Credit = {
  readonly record: number;
  readonly routing: string;
  readonly account: string;
  readonly amountMinor: bigint;
};

export type Images = { readonly front?: Uint8Array; readonly rear?: Uint8Array };

export type Check = Images & {
  readonly record: number;
  readonly auxiliaryOnUs: string;
  /** Nine digits, the check digit included. */
  readonly routing: string;
  /** `account/serial`, as printed right of the routing number. */
  readonly onUs: string;
  readonly amountMinor: bigint;
  readonly sequence: string;
  readonly deposit: Deposit;
  readonly views: number;
};

export type ReturnedCheck = Images & {
  readonly record: number;
  readonly auxiliaryOnUs: string;
  readonly routing: string;
  readonly onUs: string;
  readonly amountMinor: bigint;
  /** One letter or digit of X9.100-188, such as A: insufficient funds. */
  readonly reason: string;
  readonly sequence: string;
  readonly forwardedOn?: Day;
  /** The drawer, where the returning bank names it. */
  readonly accountName: string;
  readonly deposit: Deposit;
  readonly views: number;
};

/** Where the check was first deposited (26, 32); empty where the file does not say. */
export type Deposit = {
  readonly routing: string;
  readonly account: string;
  readonly payee: string;
};
