/**
 * What may stand in a field of a SEPA order, each rule under the name of who made it.
 *
 * Nothing is cut and nothing replaced in silence: a name that does not fit is refused, and
 * `sepaLetters` is there for those who want it spelled in the letters of the scheme.
 */
import { type Money } from '#kernel/money.ts';

export type FieldProblem = {
  /** `too_long`, `character`, `missing` …: the end of the refusal's name. */
  readonly wrong: 'missing' | 'too_long' | 'character' | 'slash' | 'check_digits' | 'shape';
  readonly rule: string;
  readonly value: string;
};

/** The letters that every bank of the scheme takes (EPC217-08, 1.1). */
const outside = /[^A-Za-z0-9/\-?:().,'+ ]/u;

/** Words that people read: names, purposes. */
export function textProblem(value: string, most: number): FieldProblem | undefined {
  const rule = `ISO 20022 Max${most}Text`;
  if (value.trim() === '') return { wrong: 'missing', rule, value };
  if (value.length > most) return { wrong: 'too_long', rule, value };
  const [letter] = outside.exec(value) ?? [];
  return letter === undefined
    ? undefined
    : { wrong: 'character', rule: 'EPC217-08 Latin set', value: letter };
}

/** Identifications that machines compare: besides, no slash at an end and no two together. */
export function idProblem(value: string): FieldProblem | undefined {
  const problem = textProblem(value, 35);
  if (problem !== undefined) return problem;
  const slashes = /^\/|\/$|\/\//u.test(value);
  return slashes ? { wrong: 'slash', rule: 'EPC230-15 identifications', value } : undefined;
}

export function ibanProblem(value: string): FieldProblem | undefined {
  const rule = 'ISO 13616 IBAN';
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/u.test(value)) return { wrong: 'shape', rule, value };
  return remainder97(value) === 1 ? undefined : { wrong: 'check_digits', rule, value };
}

/** The shape that both versions of the format take. */
export function bicProblem(value: string): FieldProblem | undefined {
  const good = /^[A-Z]{6}[A-Z2-9][A-NP-Z\d](?:[A-Z\d]{3})?$/u.test(value);
  return good ? undefined : { wrong: 'shape', rule: 'ISO 9362 BIC', value };
}

/** Check digits count over the national part; the three letters before it are free. */
export function creditorIdProblem(value: string): FieldProblem | undefined {
  const rule = 'EPC262-08 creditor identifier';
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{3}[A-Za-z\d]{1,28}$/u.test(value)) {
    return { wrong: 'shape', rule, value };
  }
  const counted = value.slice(0, 4) + value.slice(7).toUpperCase();
  return remainder97(counted) === 1 ? undefined : { wrong: 'check_digits', rule, value };
}

export function referenceProblem(value: string): FieldProblem | undefined {
  const rule = 'ISO 11649 creditor reference';
  if (!/^RF\d{2}[A-Z\d]{1,21}$/u.test(value)) return { wrong: 'shape', rule, value };
  return remainder97(value) === 1 ? undefined : { wrong: 'check_digits', rule, value };
}

const most = 99_999_999_999n;

/** Euros, from one cent to 999,999,999.99. */
export function amountProblem({ minor, currency }: Money): FieldProblem | undefined {
  const rule = 'EPC AT-T002: 0.01 to 999999999.99 EUR';
  if (currency !== 'EUR') return { wrong: 'shape', rule, value: currency };
  const good = minor > 0n && minor <= most;
  return good ? undefined : { wrong: 'shape', rule, value: String(minor) };
}

/** ISO 7064 over letters as numbers, the first four characters moved to the end. */
function remainder97(text: string): number {
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) {
      rest = (rest * 10 + Number(digit)) % 97;
    }
  }
  return rest;
}

/** Signs and letters that the scheme's set lacks, as its guide spells them (EPC217-08, 6). */
const spelled: Readonly<Record<string, string>> = {
  '&': '+',
  _: '-',
  '"': "'",
  '`': "'",
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};

/** The text in the letters of the scheme: accents are dropped, what has no letter stays. */
export function sepaLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|[&_"`]/gu, (letter) => spelled[letter] ?? letter);
}
