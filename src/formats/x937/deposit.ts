/**
 * A deposit of checks by their images, and whether it may be sent.
 *
 * Everything that the bank would send back is refused here by the check that is wrong: a
 * bank that rejects one item of a file rejects the file.
 */
import { type Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isRoutingNumber } from '../micr/routing.ts';
import { type Party } from './cash-letter.ts';
import { isGroup4Tiff } from './group4.ts';

export type CheckDeposit = {
  readonly isTest: boolean;
  /** The bank that receives the file. */
  readonly destination: Party;
  /** The one who sends it: the number that the bank gave us. */
  readonly origin: Party;
  readonly createdOn: Day;
  /** `HHMM`, our own time. */
  readonly createdAt: string;
  /** Tells two files of one day apart: one letter or digit. */
  readonly modifier: string;
  readonly businessOn: Day;
  /** Ours for the cash letter, up to eight characters; the bank's answer names it. */
  readonly id: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** The account that is credited. */
  readonly routing: string;
  readonly account: string;
  readonly payee: string;
  /** Most banks take up to 300 checks in one bundle. */
  readonly checksPerBundle: number;
  readonly checks: readonly DepositedCheck[];
};

export type DepositedCheck = {
  /** The number of a business check; empty for a personal one. */
  readonly auxiliaryOnUs: string;
  readonly routing: string;
  /** `account/serial`, as the magnetic line says it right of the routing number. */
  readonly onUs: string;
  readonly amountMinor: bigint;
  /** Fifteen digits, never the same twice on one day. */
  readonly sequence: string;
  readonly front: Uint8Array;
  readonly rear: Uint8Array;
};

export type DepositRefusal =
  | 'deposit.no_checks'
  | 'deposit.wrong_routing_number'
  | 'deposit.wrong_head'
  | 'deposit.wrong_magnetic_line'
  | 'deposit.amount_out_of_range'
  | 'deposit.sequence_not_unique'
  | 'deposit.image_not_group_4'
  | 'deposit.total_too_large';

/** Ten digits of cents: what the record of a check holds, and that of the credit. */
const mostMinor = 9_999_999_999n;

/** Accepts a deposit that may be written; facts name the check by its place, from 1. */
export function judgeDeposit(deposit: CheckDeposit): Outcome<CheckDeposit, DepositRefusal> {
  const head = wrongHead(deposit);
  if (head) return head;
  for (const [index, check] of deposit.checks.entries()) {
    const refusal = wrongCheck(check);
    if (refusal) return refuse(refusal, { check: index + 1, sequence: check.sequence });
  }
  const sequences = new Set(deposit.checks.map(({ sequence }) => sequence));
  if (sequences.size < deposit.checks.length) return refuse('deposit.sequence_not_unique');
  return totalOf(deposit) > mostMinor ? refuse('deposit.total_too_large') : accept(deposit);
}

export function totalOf({ checks }: Pick<CheckDeposit, 'checks'>): bigint {
  return checks.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

function wrongHead(deposit: CheckDeposit) {
  const { destination, origin, checks, checksPerBundle } = deposit;
  if (checks.length === 0) return refuse('deposit.no_checks');
  for (const routing of [destination.routing, deposit.routing]) {
    if (!isRoutingNumber(routing)) return refuse('deposit.wrong_routing_number', { routing });
  }
  // The number that a bank gives its customer looks like a routing number and proves nothing.
  if (!/^\d{9}$/u.test(origin.routing)) {
    return refuse('deposit.wrong_routing_number', { routing: origin.routing });
  }
  const plain =
    /^\d{4}$/u.test(deposit.createdAt) &&
    /^[A-Z0-9]$/u.test(deposit.modifier) &&
    /^[A-Za-z0-9]{1,8}$/u.test(deposit.id) &&
    /^[\d-]{1,17}$/u.test(deposit.account) &&
    checksPerBundle >= 1 &&
    checksPerBundle <= 9999;
  return plain ? undefined : refuse('deposit.wrong_head');
}

function wrongCheck(check: DepositedCheck): DepositRefusal | undefined {
  if (!isRoutingNumber(check.routing)) return 'deposit.wrong_routing_number';
  if (!/^[\d/-]{1,20}$/u.test(check.onUs) || !/^[\d-]{0,15}$/u.test(check.auxiliaryOnUs)) {
    return 'deposit.wrong_magnetic_line';
  }
  if (!/^\d{15}$/u.test(check.sequence)) return 'deposit.sequence_not_unique';
  if (check.amountMinor <= 0n || check.amountMinor > mostMinor) {
    return 'deposit.amount_out_of_range';
  }
  const pictures = [check.front, check.rear].every(
    (image) => isGroup4Tiff(image) && image.length <= 9_999_999,
  );
  return pictures ? undefined : 'deposit.image_not_group_4';
}
