/**
 * Money: a whole number of minor units in an ISO 4217 currency.
 *
 * It is a `bigint` in the program, `bigint` in the database and a decimal string on the
 * wire; a float never touches it (law 6 of the ledger). Amounts of two currencies are
 * never added: that throws, because no business rule may ask for it.
 */
declare const currencyBrand: unique symbol;
export type Currency = string & { readonly [currencyBrand]: true };
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Reads a three-letter code in any case; throws a RangeError for anything else. */
export function currency(code: string): Currency {
  const parsed = parseCurrency(code);
  if (parsed === undefined) throw new RangeError(`not a currency code: "${code}"`);
  return parsed;
}

/** The currency, or undefined when the text is not three letters. */
export function parseCurrency(code: string): Currency | undefined {
  const upper = code.trim().toUpperCase();
  // Three letters is the whole shape of a code; the check above makes the brand true.
  return /^[A-Z]{3}$/u.test(upper) ? (upper as Currency) : undefined;
}

/** Decimals of the currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(code: Currency): number {
  return exponents[code] ?? 2;
}

/** The currencies whose minor unit is not a hundredth, by their decimals. */
export function oddCurrencies(): { readonly code: string; readonly decimals: number }[] {
  return Object.entries(exponents).map(([code, decimals]) => ({ code, decimals }));
}

export function money(minor: bigint, code: Currency | string): Money {
  return { minor, currency: typeof code === 'string' ? currency(code) : code };
}

export function zero(code: Currency): Money {
  return { minor: 0n, currency: code };
}

/** A thousand million millions of a currency with cents. */
const most = 10n ** 17n;

/**
 * Reads a plain decimal string, `-1234.50`, into minor units.
 * Undefined when the text is no plain decimal, has more decimals than the currency, or is
 * more than anybody owes: beyond that a sum of amounts could leave the database's range.
 */
export function parseMoney(text: string, code: Currency): Money | undefined {
  const minor = parseMinor(text, decimalsOf(code));
  if (minor === undefined || minor > most || minor < -most) return undefined;
  return { minor, currency: code };
}

/** Reads a plain decimal string into units of 10^-decimals, or undefined. */
export function parseMinor(text: string, decimals: number): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/u, '');
  if (fraction.length > decimals) return undefined;
  const minor = BigInt((match[2] ?? '') + fraction.padEnd(decimals, '0'));
  return match[1] === '-' ? -minor : minor;
}

/** The decimal string that goes over the wire: `-1234.50`, no thousands marks. */
export function formatMoney(amount: Money): string {
  return formatMinor(amount.minor, decimalsOf(amount.currency));
}

/** Writes units of 10^-decimals as a decimal string. */
export function formatMinor(minor: bigint, decimals: number): string {
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = negative ? '-' : '';
  return decimals === 0
    ? `${sign}${whole}`
    : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}

export function plus(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function minus(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

export function sum(amounts: readonly Money[], code: Currency): Money {
  return amounts.reduce(plus, zero(code));
}

export function isPositive(a: Money): boolean {
  return a.minor > 0n;
}

export function isZero(a: Money): boolean {
  return a.minor === 0n;
}

/** Is `a` at least `b`? */
export function atLeast(a: Money, b: Money): boolean {
  sameCurrency(a, b);
  return a.minor >= b.minor;
}

export function smaller(a: Money, b: Money): Money {
  return atLeast(a, b) ? b : a;
}

/** a × numerator ÷ denominator, half-up (away from zero) to the minor unit. */
export function share(a: Money, numerator: bigint, denominator: bigint): Money {
  return { minor: divideHalfUp(a.minor * numerator, denominator), currency: a.currency };
}

/**
 * Splits an amount into parts that add up to it exactly; the odd minor units go to the
 * earliest parts that have a weight (rule PLAN.EQUAL).
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total <= 0n) throw new RangeError('allocate needs a positive total weight');
  const sign = amount.minor < 0n ? -1n : 1n;
  const whole = amount.minor * sign;
  const floors = weights.map((weight) => (whole * weight) / total);
  let left = whole - floors.reduce((a, b) => a + b, 0n);
  return floors.map((floor, at) => {
    const extra = left > 0n && weights[at] !== 0n ? 1n : 0n;
    left -= extra;
    return { minor: sign * (floor + extra), currency: amount.currency };
  });
}

/** Integer division rounded half-up, away from zero. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(`${a.currency} and ${b.currency} cannot be combined`);
  }
}
