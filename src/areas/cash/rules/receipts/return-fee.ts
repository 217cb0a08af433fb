/**
 * What the company's policy asks of a customer whose payment the bank took back.
 *
 * Only where the money was missing: what a customer disputes, or what bears a wrong account
 * number, is no reason to charge one. Nacha allows a return fee for R01 and R09 alone (Operating
 * Rules, 2.14); banks say the same of checks with A and B (X9.100-187) or in words.
 */
import { type Currency, type Money, money } from '#kernel/money.ts';

export type BankReturn = {
  /** The bank's reason as its file gives it; empty where it gave none. */
  readonly reason: string;
  readonly said: string;
  readonly amount: Money;
  /** Its check, or debit, came back before: one fee an item. */
  readonly again: boolean;
};

const codes = /^(?:R01|R09|AM04|A|B|NSF|UCF)$/iu;
/** Reasons that name another cause outweigh whatever words stand beside them. */
const otherCode = /^(?:R\d\d|[A-Z]{2}\d\d|[C-Z1-9])$/iu;
const spelled =
  /\b(?:NSF|(?:IN|NON[ -]?)SUFFICIENT FUNDS|UNCOLLECTED|SIN FONDOS|FONDOS INSUFICIENTES)\b/iu;

/** In minor units of the company's currency; nothing where the policy asks nothing. */
export function policyReturnFee(
  back: BankReturn,
  feeMinor: bigint,
  base: Currency,
): Money | undefined {
  if (feeMinor <= 0n || back.again || back.amount.currency !== base) return undefined;
  return fundsWereMissing(back) ? money(feeMinor, base) : undefined;
}

/** Did the payer's account not hold the money? */
export function fundsWereMissing({ reason, said }: Pick<BankReturn, 'reason' | 'said'>): boolean {
  const code = reason.trim();
  if (codes.test(code)) return true;
  return !otherCode.test(code) && spelled.test(`${code} ${said}`);
}
