/** What a promise is filled in with: the sum one would ask for, or nothing to ask for. */

/** The amount when it is above zero; else empty, because a promise of nothing is refused. */
export function askable(amount: string | undefined): string {
  const positive = amount !== undefined && !amount.startsWith('-') && /[1-9]/u.test(amount);
  return positive ? amount : '';
}
