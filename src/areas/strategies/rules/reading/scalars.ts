/** The single words of a strategy file: text, numbers, days, amounts, choices. */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal, parseDecimal } from '#kernel/decimal.ts';
import { type Currency, type Money, isPositive, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Phrase } from '#kernel/words.ts';
import type { Node } from '#formats/yaml/tree.ts';
import {
  type Reader,
  type Schema,
  type Where,
  complain,
  listOf,
  mapped,
  needed,
  record,
} from './reader.ts';

/** A word that `parse` makes sense of; else the complaint `code`. */
function word<T>(
  schema: Schema,
  code: string,
  parse: (said: string) => T | undefined,
  facts: Readonly<Record<string, string | number>> = {},
): Reader<T> {
  return {
    schema,
    read(node: Node, where: Where) {
      if (node.is !== 'word') return complain(code, node.at, where, { said: '', ...facts });
      const meant = parse(node.text.trim());
      return meant ?? complain(code, node.at, where, { said: node.text, ...facts });
    },
  };
}

export function text(most: number): Reader<string> {
  const schema = { type: 'string', minLength: 1, maxLength: most };
  const fits = (said: string) => (said !== '' && said.length <= most ? said : undefined);
  return word(schema, 'not_a_text', fits, { most });
}

/** A name for the program: small letters, digits and hyphens. */
export const keyWord: Reader<string> = word(
  { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' },
  'not_a_key',
  (said) => (/^[a-z][a-z0-9-]{0,59}$/u.test(said) ? said : undefined),
);

export function whole(least: number, most: number): Reader<number> {
  return word(
    { type: 'integer', minimum: least, maximum: most },
    'not_a_whole_number',
    (said) => {
      const meant = /^-?\d{1,9}$/u.test(said) ? Number(said) : undefined;
      return meant !== undefined && meant >= least && meant <= most ? meant : undefined;
    },
    { least, most },
  );
}

/** A percentage or a rate from 0 to `most`, as an exact decimal. */
export function percent(most: number): Reader<Decimal> {
  return word(
    { type: ['string', 'number'], pattern: '^\\d+(\\.\\d{1,6})?$' },
    'not_a_percentage',
    (said) => {
      const meant = /^\d{1,3}(?:\.\d{1,6})?$/u.test(said) ? parseDecimal(said) : undefined;
      const fits = meant && meant.units <= BigInt(most) * 10n ** BigInt(meant.scale);
      return fits === true ? meant : undefined;
    },
    { most },
  );
}

export const aDay: Reader<Day> = word({ type: 'string', format: 'date' }, 'not_a_day', parseDay);

export const yesOrNo: Reader<boolean> = word({ type: 'boolean' }, 'not_yes_or_no', (said) =>
  said === 'true' ? true : said === 'false' ? false : undefined,
);

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return word(
    { enum: choices },
    'not_one_of',
    (said) => choices.find((choice) => choice === said),
    { choices: choices.join(', ') },
  );
}

export const aCurrency: Reader<Currency> = word(
  { type: 'string', pattern: '^[A-Z]{3}$' },
  'not_a_currency',
  (said) => (said === said.toUpperCase() ? parseCurrency(said) : undefined),
);

/** A sum as a word; what it is in says the field beside it. */
export const amountWord: Reader<string> = word(
  { type: ['string', 'number'], pattern: '^\\d+(\\.\\d+)?$' },
  'not_an_amount',
  (said) => (/^\d{1,15}(?:\.\d{1,4})?$/u.test(said) ? said : undefined),
);

/** An amount of a currency, not below zero; complains where the currency has fewer decimals. */
export function amountIn(
  { amount, currency }: { readonly amount: string; readonly currency: Currency },
  node: Node,
  where: Where,
): Money | undefined {
  const meant = parseMoney(amount, currency);
  return meant ?? complain('not_an_amount', node.at, where, { said: `${amount} ${currency}` });
}

const money: Reader<Money> = mapped(
  record({
    currency: needed(aCurrency, 'ISO 4217 code.'),
    amount: needed(amountWord, 'A decimal, in quotation marks.'),
  }),
  amountIn,
);

/** Amounts above zero, at most one a currency. */
export const amounts: Reader<readonly Money[]> = mapped(listOf(money), (meant, node, where) => {
  const seen = new Set<string>();
  for (const each of meant) {
    const { currency } = each;
    if (!isPositive(each)) return complain('amount_not_positive', node.at, where, { currency });
    if (seen.has(currency)) return complain('currency_twice', node.at, where, { currency });
    seen.add(currency);
  }
  return meant;
});

/** The same in both languages; one without the other is refused. */
export const phrase: Reader<Phrase> = record({
  en: needed(text(200), 'In English.'),
  es: needed(text(200), 'In Spanish.'),
});
