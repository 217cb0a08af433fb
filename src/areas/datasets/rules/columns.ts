/** Columns as the catalogue writes them down, and those that every account's rows begin with. */
import type { Phrase } from '#kernel/words.ts';
import type { Column, ColumnType, NamedElsewhere } from './dataset.ts';

/** English and Spanish of the heading, then of the sentence that explains it. */
export type Said = readonly [en: string, es: string, aboutEn: string, aboutEs: string];

/** Heading and explanation of a column or dataset. */
export function described([en, es, aboutEn, aboutEs]: Said): { words: Phrase; about: Phrase } {
  return { words: { en, es }, about: { en: aboutEn, es: aboutEs } };
}

function make(type: ColumnType): (key: string, said: Said) => Column {
  return (key, said) => ({ key, type, ...described(said) });
}

export const text = make('text');
export const id = make('id');
export const day = make('day');
export const instant = make('instant');
export const count = make('count');
export const percent = make('percent');
export const yesNo = make('yes_no');

/** Money, whose currency stands in another column: `currency` unless said. */
export function money(key: string, said: Said, currency = 'currency'): Column {
  return { key, type: 'money', currency, ...described(said) };
}

/** One of a few codes, with what each is called. */
export function choice(
  key: string,
  said: Said,
  choices: Readonly<Record<string, readonly [en: string, es: string]>>,
): Column {
  const called = Object.entries(choices).map(([code, [en, es]]) => [code, { en, es }] as const);
  return { key, type: 'choice', choices: Object.fromEntries(called), ...described(said) };
}

/** One of the codes of another area, called as it calls them. */
export function choiceOf(namedBy: NamedElsewhere, key: string, said: Said): Column {
  return { key, type: 'choice', namedBy, ...described(said) };
}

/** The same column, which may be empty. */
export function orEmpty(column: Column): Column {
  return { ...column, empty: true };
}

/** Whose row it is; the same in every dataset about accounts. */
export const ofAccount: readonly Column[] = [
  text('company', ['Company', 'Empresa', 'The code of the company.', 'El código de la empresa.']),
  id('accountId', [
    'Account id',
    'Id de la cuenta',
    'Names the account for good, also after it gets another number.',
    'Identifica la cuenta para siempre, aunque cambie de número.',
  ]),
  text('account', ['Account', 'Cuenta', 'The account’s number.', 'El número de la cuenta.']),
  text('name', ['Name', 'Nombre', 'The customer’s name.', 'El nombre del cliente.']),
  orEmpty(
    text('segment', [
      'Segment',
      'Segmento',
      'The group that the customer belongs to.',
      'El grupo al que pertenece el cliente.',
    ]),
  ),
  orEmpty(
    text('collector', [
      'Collector',
      'Cobrador',
      'Whose account it is today; empty when nobody’s.',
      'De quién es la cuenta hoy; vacío si no es de nadie.',
    ]),
  ),
];

export const currency = text('currency', [
  'Currency',
  'Moneda',
  'The three letters of the currency of this row’s amounts.',
  'Las tres letras de la moneda de los importes de esta fila.',
]);
