/**
 * Which column of a bank's, payer's or processor's table holds which field: by the words of
 * its header first, by what stands below second.
 *
 * A name fits as a whole or not at all: `Amount Currency` is no amount. Two columns with
 * equal claims and different values are named, for only the sender knows which one counts.
 */
import { type Row } from '../table.ts';
import { bareAmount, isNoAmount } from '../values/amounts.ts';
import { knownCurrency } from '../values/currencies.ts';
import { dateReadings, isNoDate } from '../values/dates.ts';
import { plainName, takeUnit } from '../values/header-name.ts';
import { signOf } from './sign-words.ts';

export type Shape = 'day' | 'amount' | 'currency' | 'sign' | 'text';

/** Words in tiers, separated by commas: the first tier can mean nothing else. */
export type FieldWords = { readonly shape: Shape; readonly words: readonly string[] };
export type Dictionary<F extends string> = Readonly<Record<F, FieldWords>>;

export type FoundColumns<F extends string> = {
  readonly at: ReadonlyMap<F, number>;
  readonly torn: readonly { readonly field: F; readonly columns: readonly string[] }[];
};

type Named = { readonly columns: readonly string[]; readonly rows: readonly Row[] };
type Claim<F> = { readonly field: F; readonly index: number; readonly tier: number };

/** Finds the columns; `fixed` are names that a person or a saved mapping gave to fields. */
export function findColumns<F extends string>(
  table: Named,
  dictionary: Dictionary<F>,
  fixed?: Readonly<Partial<Record<F, string>>>,
): FoundColumns<F> {
  const fields = fieldsOf(dictionary);
  const at = fixedColumns(table.columns, fields, fixed);
  const taken = new Set(at.values());
  const claims = table.columns
    .flatMap((name, index) =>
      taken.has(index) ? [] : claimsOf({ table, name, index }, dictionary, fields),
    )
    .filter((claim) => !at.has(claim.field))
    .toSorted((a, b) => a.tier - b.tier);
  const won: Claim<F>[] = [];
  for (const claim of claims) {
    if (at.has(claim.field) || taken.has(claim.index)) continue;
    at.set(claim.field, claim.index);
    taken.add(claim.index);
    won.push(claim);
  }
  return { at, torn: won.flatMap((claim) => rivalsOf(table, claim, { claims, taken })) };
}

function fieldsOf<F extends string>(dictionary: Dictionary<F>): F[] {
  // The keys of a record over F are exactly F.
  return Object.keys(dictionary) as F[];
}

function fixedColumns<F extends string>(
  columns: readonly string[],
  fields: readonly F[],
  fixed: Readonly<Partial<Record<F, string>>> | undefined,
): Map<F, number> {
  const at = new Map<F, number>();
  for (const field of fields) {
    const wanted = fixed?.[field];
    if (wanted === undefined) continue;
    // A name in another script has no plain form: it is the column of just this name or none.
    const plain = plainName(wanted);
    const exact = columns.indexOf(wanted);
    const index =
      exact >= 0 || plain === '' ? exact : columns.findIndex((name) => plainName(name) === plain);
    if (index >= 0) at.set(field, index);
  }
  return at;
}

/** The field that a name alone stands for, whatever the values; the surest when several. */
export function fieldNamed<F extends string>(
  dictionary: Dictionary<F>,
  name: string,
): F | undefined {
  return namesakes(dictionary, wordsOf(name)).toSorted((a, b) => a.tier - b.tier)[0]?.field;
}

type Namesake<F> = { readonly field: F; readonly tier: number };

/** Every name of a dictionary as it is compared; worked out once for each. */
const compared = new WeakMap<object, ReadonlyMap<string, readonly Namesake<string>[]>>();

function namesakes<F extends string>(dictionary: Dictionary<F>, words: string): Namesake<F>[] {
  let known = compared.get(dictionary);
  if (known === undefined) {
    known = comparedNames(dictionary);
    compared.set(dictionary, known);
  }
  // What is kept under a dictionary was made of its own fields.
  return [...((known.get(words) ?? []) as readonly Namesake<F>[])];
}

function comparedNames<F extends string>(
  dictionary: Dictionary<F>,
): ReadonlyMap<string, readonly Namesake<F>[]> {
  const names = new Map<string, Namesake<F>[]>();
  for (const field of fieldsOf(dictionary)) {
    for (const [tier, words] of dictionary[field].words.entries()) {
      for (const word of words.split(',').map(wordsOf)) {
        const before = names.get(word) ?? [];
        if (before.every((each) => each.field !== field))
          names.set(word, [...before, { field, tier }]);
      }
    }
  }
  return names;
}

type Column = { readonly table: Named; readonly name: string; readonly index: number };

function claimsOf<F extends string>(
  { table, name, index }: Column,
  dictionary: Dictionary<F>,
  fields: readonly F[],
): Claim<F>[] {
  const forms = new Set([wordsOf(name), wordsOf(takeUnit(plainName(name)).name)]);
  const claims = [...forms].flatMap((form) => namesakes(dictionary, form));
  const named = fields.flatMap((field) => {
    const tiers = claims.flatMap((claim) => (claim.field === field ? [claim.tier] : []));
    return tiers.length === 0 ? [] : [{ field, index, tier: Math.min(...tiers) }];
  });
  if (named.length === 0) return [];
  const sample = sampleOf(table.rows, index);
  return named.flatMap((claim) => {
    const { shape } = dictionary[claim.field];
    if (fitsShape(sample, shape)) return [claim];
    // Its bad rows are to be seen: a column of amounts that is left out is money left out.
    const certain = claim.tier === 0 && (shape === 'amount' || shape === 'day');
    return certain ? [{ ...claim, tier: lastResort }] : [];
  });
}

/** The tier of a name that means one thing only over values that are something else. */
const lastResort = 9;

const short: Readonly<Record<string, string>> = {
  amt: 'amount',
  inv: 'invoice',
  no: 'number',
  nbr: 'number',
  num: 'number',
  nr: 'number',
  nro: 'number',
  '#': 'number',
  disc: 'discount',
  ref: 'reference',
  acct: 'account',
  txn: 'transaction',
  trans: 'transaction',
  desc: 'description',
  dt: 'date',
  ck: 'check',
  chk: 'check',
  cheque: 'check',
  doc: 'document',
};

/** A name with its abbreviations written out and its blanks closed: `Inv. No.`, `invoiceno`. */
function wordsOf(name: string): string {
  const words = plainName(name).split(' ');
  if (words.length === 1) return words[0] ?? '';
  return words.map((word) => short[word] ?? word).join('');
}

const sampleSize = 200;

function sampleOf(rows: readonly Row[], index: number): string[] {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const sample: string[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const value = rows[at]?.cells[index]?.trim() ?? '';
    if (value !== '') sample.push(value);
  }
  return sample;
}

/** An empty column may be anything; a filled one must look like what its name says. */
function fitsShape(sample: readonly string[], shape: Shape): boolean {
  if (sample.length === 0 || shape === 'text') return true;
  const enough = shape === 'sign' || shape === 'currency' ? 0.95 : 0.5;
  return sample.filter(fits[shape]).length >= sample.length * enough;
}

const fits: Readonly<Record<Exclude<Shape, 'text'>, (value: string) => boolean>> = {
  day: (value) => isNoDate(value) || dateReadings(value) !== undefined,
  amount: (value) =>
    isNoAmount(value) ||
    (bareAmount(value.replace(/^'/u, '')) !== undefined && !looksLikeDate(value)),
  currency: (value) => knownCurrency(value) !== undefined,
  sign: (value) => signOf(value) !== undefined,
};

function looksLikeDate(value: string): boolean {
  return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/u.test(value) && dateReadings(value) !== undefined;
}

/** Columns left over that claim a field as well as the one that got it, with other values. */
function rivalsOf<F extends string>(
  table: Named,
  winner: Claim<F>,
  { claims, taken }: { readonly claims: readonly Claim<F>[]; readonly taken: ReadonlySet<number> },
): { readonly field: F; readonly columns: readonly string[] }[] {
  const rivals = claims.filter(
    ({ field, tier, index }) =>
      field === winner.field &&
      tier === winner.tier &&
      !taken.has(index) &&
      table.rows.some((row) => valueOf(row, index) !== valueOf(row, winner.index)),
  );
  if (rivals.length === 0) return [];
  const columns = [winner, ...rivals].map(({ index }) => table.columns[index] ?? '');
  return [{ field: winner.field, columns }];
}

function valueOf(row: Row, index: number): string {
  return (row.cells[index] ?? '').trim();
}
