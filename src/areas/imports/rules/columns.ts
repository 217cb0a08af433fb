/**
 * Which column of a file holds which field.
 *
 * Names are the first opinion and values the second: a column must be called right and hold
 * what such a field holds. Every choice says how sure it is and why. Two columns with equal
 * claims to one field and different values are a question, for only the sender knows.
 */
import { type Row } from '#formats/table.ts';
import { sampleOf, shareThatFits } from './content.ts';
import { plainName, takeUnit } from '#formats/values/header-name.ts';
import { type Field, type FieldType, type Kind, fieldNames, typeOf } from './kinds.ts';
import { synonyms } from './synonyms.ts';

export type ColumnReason = 'preset' | 'chosen' | 'name' | 'similar_name' | 'left_out' | 'unknown';

/** What became of one column of the file. */
export type ColumnChoice = {
  readonly column: string;
  readonly index: number;
  readonly field: Field | undefined;
  /** 0 to 100. */
  readonly confidence: number;
  readonly reason: ColumnReason;
};

export type ColumnMapping = {
  readonly choices: readonly ColumnChoice[];
  /** Fields that several columns claim equally, the one taken first. */
  readonly torn: readonly { readonly field: Field; readonly columns: readonly string[] }[];
  /** Columns that are called like a field and hold something else. */
  readonly misnamed: readonly Misnamed[];
};

export type Misnamed = {
  readonly field: Field;
  readonly column: string;
  /** One of its values that no such field holds. */
  readonly value: string;
};

/** Columns that need no opinion: fixed by a preset, a saved mapping or a person. */
export type FixedColumns = {
  readonly choices: readonly ColumnChoice[];
  /** Fields that the file is said not to have. */
  readonly without: ReadonlySet<string>;
};

type Columns = { readonly columns: readonly string[]; readonly rows: readonly Row[] };
type Claim = {
  readonly field: Field;
  readonly index: number;
  readonly confidence: number;
  readonly similar: boolean;
};

/** Maps the columns of a file to the fields of a kind, around what is fixed already. */
export function mapColumns(table: Columns, kind: Kind, fixed: FixedColumns): ColumnMapping {
  const choices = new Map(fixed.choices.map((choice) => [choice.index, choice]));
  const filled = new Set<string>(fixed.choices.map((choice) => choice.field ?? ''));
  const claims = table.columns
    .flatMap((column, index) => (choices.has(index) ? [] : claimsOf(table, kind, column, index)))
    .filter((claim) => !filled.has(claim.field) && !fixed.without.has(claim.field))
    .toSorted((a, b) => b.confidence - a.confidence);
  const won: Claim[] = [];
  for (const claim of claims) {
    if (choices.has(claim.index) || filled.has(claim.field)) continue;
    filled.add(claim.field);
    won.push(claim);
    choices.set(claim.index, choiceOf(table, claim));
  }
  return {
    choices: table.columns.map((column, index) => choices.get(index) ?? unknown(column, index)),
    torn: won.flatMap((claim) => tornOver(table, kind, claim, { claims, choices })),
    misnamed: table.columns.flatMap((column, index) =>
      choices.has(index) ? [] : misnamedAs(table, kind, column, index),
    ),
  };
}

function misnamedAs(table: Columns, kind: Kind, column: string, index: number): Misnamed[] {
  const sample = sampleOf(table.rows, index);
  return namesakes(kind, column).flatMap(({ field }) => {
    const type = typeOf(kind, field);
    const value = type && sample.find((each) => shareThatFits([each], type) === 0);
    return value === undefined ? [] : [{ field, column, value }];
  });
}

function choiceOf(table: Columns, claim: Claim): ColumnChoice {
  return {
    column: table.columns[claim.index] ?? '',
    index: claim.index,
    field: claim.field,
    confidence: claim.confidence,
    reason: claim.similar ? 'similar_name' : 'name',
  };
}

function unknown(column: string, index: number): ColumnChoice {
  return { column, index, field: undefined, confidence: 0, reason: 'unknown' };
}

/** Fields for which a second column with other values matters. */
const decisive: ReadonlySet<FieldType | undefined> = new Set(['day', 'amount', 'code', 'currency']);

/** The columns left over that claim a field as well as the one that got it. */
function tornOver(
  table: Columns,
  kind: Kind,
  winner: Claim,
  made: { readonly claims: readonly Claim[]; readonly choices: ReadonlyMap<number, ColumnChoice> },
): ColumnMapping['torn'] {
  if (!decisive.has(typeOf(kind, winner.field))) return [];
  const rivals = made.claims.filter(
    (claim) =>
      claim.field === winner.field &&
      claim.confidence === winner.confidence &&
      !made.choices.has(claim.index) &&
      !sameValues(table.rows, claim.index, winner.index),
  );
  if (rivals.length === 0) return [];
  const columns = [winner, ...rivals].map((claim) => table.columns[claim.index] ?? '');
  return [{ field: winner.field, columns }];
}

function sameValues(rows: readonly Row[], a: number, b: number): boolean {
  return rows.every((row) => (row.cells[a] ?? '').trim() === (row.cells[b] ?? '').trim());
}

/** Confidence of a name of each tier, and of one that only contains a known name. */
const byTier = [100, 90, 80] as const;
const similar = 70;

function claimsOf(table: Columns, kind: Kind, column: string, index: number): Claim[] {
  const found = namesakes(kind, column);
  if (found.length === 0) return [];
  const sample = sampleOf(table.rows, index);
  return found.flatMap(({ field, confidence }) => {
    const type = typeOf(kind, field);
    if (type === undefined) return [];
    const penalty =
      doubt(shareThatFits(sample, type)) ?? (confidence === byTier[0] ? 60 : undefined);
    if (penalty === undefined) return [];
    return [{ field, index, confidence: confidence - penalty, similar: confidence === similar }];
  });
}

/**
 * What the values take off the confidence; undefined when they speak against the name. A
 * name that can mean nothing else is kept even then: its bad rows are to be seen, not lost.
 */
function doubt(share: number | undefined): number | undefined {
  if (share === undefined) return 10;
  if (share >= 0.95) return 0;
  if (share >= 0.8) return 5;
  return share >= 0.5 ? 20 : undefined;
}

type Namesake = { readonly field: Field; readonly confidence: number };

/** The fields a column's name may stand for. */
function namesakes(kind: Kind, column: string): readonly Namesake[] {
  const name = plainName(column);
  const known = dictionaries[kind];
  const exact = known.get(closed(name)) ?? known.get(closed(takeUnit(name).name));
  return exact ?? longestInside(known, takeUnit(name).name);
}

/** Words around a known name that do not change what it means. */
const harmless = new Set(
  'no,num,number,nr,nro,#,code,id,value,field,col,column,ar,sap,erp,in,customer,our,your,doc'.split(
    ',',
  ),
);

/** A known name of two words or more inside a longer one, as in `AR Invoice Date`. */
function longestInside(known: ReadonlyMap<string, readonly Namesake[]>, name: string): Namesake[] {
  const words = name.split(' ');
  for (let length = words.length - 1; length >= 2; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const found = known.get(words.slice(start, start + length).join(''));
      const rest = [...words.slice(0, start), ...words.slice(start + length)];
      if (found !== undefined && rest.every((word) => harmless.has(word))) {
        return found.map(({ field }) => ({ field, confidence: similar }));
      }
    }
  }
  return [];
}

/** `tran date`, `trandate` and `TranDate` are one name. */
function closed(name: string): string {
  return name.replaceAll(' ', '');
}

function dictionaryOf(kind: Kind): Map<string, Namesake[]> {
  const dictionary = new Map<string, Namesake[]>();
  const tiers: Readonly<Record<string, readonly string[]>> = synonyms[kind];
  for (const field of fieldNames(kind)) {
    for (const [tier, names] of (tiers[field] ?? []).entries()) {
      for (const name of names.split(',').map((each) => closed(plainName(each)))) {
        const namesake = { field, confidence: byTier[tier] ?? similar };
        const before = dictionary.get(name) ?? [];
        if (before.every((each) => each.field !== field))
          dictionary.set(name, [...before, namesake]);
      }
    }
  }
  return dictionary;
}

const dictionaries: Readonly<Record<Kind, ReadonlyMap<string, readonly Namesake[]>>> = {
  customers: dictionaryOf('customers'),
  items: dictionaryOf('items'),
  payments: dictionaryOf('payments'),
  applications: dictionaryOf('applications'),
  orders: dictionaryOf('orders'),
  terms: dictionaryOf('terms'),
  contacts: dictionaryOf('contacts'),
  owners: dictionaryOf('owners'),
  notes: dictionaryOf('notes'),
  promises: dictionaryOf('promises'),
  disputes: dictionaryOf('disputes'),
  'next-actions': dictionaryOf('next-actions'),
};
