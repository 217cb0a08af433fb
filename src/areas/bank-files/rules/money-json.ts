/**
 * A remittance as it is kept beside its line: amounts as decimal text with their currency.
 *
 * Written here and read here, by whoever reads the published views; the shape is not parsed
 * anywhere else.
 */
import type { Remittance, RemittanceLine } from '#formats/neutral.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { type Money, formatMoney, parseCurrency, parseMoney } from '#kernel/money.ts';

type MoneyJson = { readonly amount: string; readonly currency: string };
type LineJson = {
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
  readonly lines: readonly LineJson[];
};

/** The remittance as JSON that loses nothing. */
export function remittanceToJson(remittance: Remittance): RemittanceJson {
  const { total, lines, ...rest } = remittance;
  return { ...rest, ...optional('total', total), lines: lines.map(lineToJson) };
}

export function remittanceLinesToJson(lines: readonly RemittanceLine[]): LineJson[] {
  return lines.map(lineToJson);
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
export function remittanceLinesFromJson(lines: readonly LineJson[]): RemittanceLine[] {
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

function lineToJson(line: RemittanceLine): LineJson {
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
