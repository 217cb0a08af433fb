/**
 * A remittance as it is kept beside its line: amounts as decimal text with their currency.
 *
 * Written here and read here, by whoever reads the published views; the shape is not parsed
 * anywhere else.
 */
import type { BankTransaction, Remittance, RemittanceLine } from '#formats/neutral.ts';
import { type Day, day, parseDay } from '#kernel/day.ts';
import { type Money, formatMoney, money, parseCurrency, parseMoney } from '#kernel/money.ts';

type MoneyJson = { readonly amount: string; readonly currency: string };
type RemittedJson = {
  readonly record: number;
  readonly kind: RemittanceLine['kind'];
  readonly reference: string;
  readonly paid?: MoneyJson;
  readonly gross?: MoneyJson;
  readonly discount?: MoneyJson;
  readonly deductions: readonly { readonly amount: MoneyJson; readonly reason: string }[];
  readonly issuedOn?: string;
  readonly note?: string;
};
export type RemittanceJson = {
  readonly record: number;
  readonly payerName?: string;
  readonly payerId?: string;
  readonly paymentReference?: string;
  readonly paidOn?: string;
  readonly total?: MoneyJson;
  readonly method?: string;
  readonly lines: readonly RemittedJson[];
};

/** A line of a bank as JSON, for a wording that is not one of its versions. */
export type LineJson = Omit<BankTransaction, 'amount' | 'remittance' | 'bookedOn' | 'valueOn'> & {
  readonly bookedOn: string;
  readonly valueOn?: string;
  readonly minor: string;
  readonly currency: string;
  readonly remittance?: RemittanceJson;
};

export function lineToJson({ amount, remittance, ...line }: BankTransaction): LineJson {
  return {
    ...line,
    minor: amount.minor.toString(),
    currency: amount.currency,
    ...(remittance ? { remittance: remittanceToJson(remittance) } : {}),
  };
}

export function lineFromJson(json: LineJson): BankTransaction {
  const { minor, currency, remittance, bookedOn, valueOn, ...line } = json;
  return {
    ...line,
    bookedOn: day(bookedOn),
    ...(valueOn === undefined ? {} : { valueOn: day(valueOn) }),
    amount: money(BigInt(minor), currency),
    ...(remittance ? { remittance: remittanceFromJson(remittance) } : {}),
  };
}

/** The remittance as JSON that loses nothing. */
export function remittanceToJson(remittance: Remittance): RemittanceJson {
  const { total, lines, ...rest } = remittance;
  return { ...rest, ...optional('total', total), lines: lines.map(remittedToJson) };
}

export function remittanceLinesToJson(lines: readonly RemittanceLine[]): RemittedJson[] {
  return lines.map(remittedToJson);
}

/** The remittance as it was read from its file. */
export function remittanceFromJson(json: RemittanceJson): Remittance {
  const { total, lines, paidOn, ...rest } = json;
  return {
    ...rest,
    ...readDay('paidOn', paidOn),
    ...readMoney('total', total),
    lines: remittanceLinesFromJson(lines),
  };
}

/** The lines of a remittance that came apart from its money (`remittance_card.lines`). */
export function remittanceLinesFromJson(lines: readonly RemittedJson[]): RemittanceLine[] {
  return lines.map(({ paid, gross, discount, deductions, issuedOn, ...rest }) => ({
    ...rest,
    ...readMoney('paid', paid),
    ...readMoney('gross', gross),
    ...readMoney('discount', discount),
    ...readDay('issuedOn', issuedOn),
    deductions: deductions.flatMap(({ amount, reason }) => {
      const read = moneyFrom(amount);
      return read ? [{ amount: read, reason }] : [];
    }),
  }));
}

function remittedToJson(line: RemittanceLine): RemittedJson {
  const { paid, gross, discount, deductions, ...rest } = line;
  return {
    ...rest,
    ...optional('paid', paid),
    ...optional('gross', gross),
    ...optional('discount', discount),
    deductions: deductions.map(({ amount, reason }) => ({ amount: moneyTo(amount), reason })),
  };
}

function moneyTo(amount: Money): MoneyJson {
  return { amount: formatMoney(amount), currency: amount.currency };
}

function moneyFrom({ amount, currency }: MoneyJson): Money | undefined {
  const code = parseCurrency(currency);
  return code && parseMoney(amount, code);
}

function optional<K extends string>(key: K, amount: Money | undefined) {
  // An object with this key only; the type says that it may be missing.
  return (amount ? { [key]: moneyTo(amount) } : {}) as { readonly [P in K]?: MoneyJson };
}

function readMoney<K extends string>(key: K, json: MoneyJson | undefined) {
  const read = json && moneyFrom(json);
  // As above.
  return (read ? { [key]: read } : {}) as { readonly [P in K]?: Money };
}

function readDay<K extends string>(key: K, text: string | undefined) {
  const read = text === undefined ? undefined : parseDay(text);
  // As above.
  return (read ? { [key]: read } : {}) as { readonly [P in K]?: Day };
}
