/** What was written, with the controls that a person holds against the payment run. */
import { type Money, formatMoney, money } from '#kernel/money.ts';

export type PaymentControls = {
  readonly currency: string;
  readonly count: number;
  readonly sum: string;
};
export type WrittenPayments = {
  readonly text: string;
  readonly controls: readonly PaymentControls[];
};

/** One line a currency; amounts of different ones are never added. */
export function controlsOf(amounts: readonly Money[]): PaymentControls[] {
  const groups = Map.groupBy(amounts, (amount) => amount.currency);
  return [...groups].map(([code, own]) => {
    const minor = own.reduce((sum, amount) => sum + amount.minor, 0n);
    return { currency: code, count: own.length, sum: formatMoney(money(minor, code)) };
  });
}
