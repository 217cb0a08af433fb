/**
 * What a file brings, by how many of its columns each kind of record can use.
 *
 * The winner must be ahead by most of a column; a list with a number, a date and an amount
 * may be invoices or payments, and that is a question. A list of invoices that lacks a column
 * is still one, not a list of customers: what is missing is asked for.
 */
import { type Table } from '#formats/table.ts';
import { type ColumnMapping, type FixedColumns, mapColumns } from './columns.ts';
import { type Field, type Kind, ledgerKinds, requiredOf } from './kinds.ts';

export type KindGuess = {
  readonly kind: Kind | undefined;
  /** The kinds it may be, likeliest first. */
  readonly candidates: readonly Kind[];
};

const clearLead = 0.7;

/** The kind of a file without a preset. */
export function guessKind(table: Table, fixed: (kind: Kind) => FixedColumns): KindGuess {
  const scores = ledgerKinds
    .map((kind) => ({ kind, mapping: mapColumns(table, kind, fixed(kind)) }))
    .map(({ kind, mapping }) => ({
      kind,
      points: pointsOf(mapping),
      missing: missingFields(kind, mapping).length,
    }))
    .filter((score) => score.points > 0)
    .toSorted((a, b) => b.points - b.missing - (a.points - a.missing));
  const candidates = scores.map((score) => score.kind);
  const [best, next] = scores;
  if (best === undefined || best.missing > 1) return { kind: undefined, candidates };
  const lead =
    next === undefined ? clearLead : best.points - best.missing - next.points + next.missing;
  return { kind: lead >= clearLead ? best.kind : undefined, candidates };
}

function pointsOf(mapping: ColumnMapping): number {
  return mapping.choices.reduce((sum, choice) => sum + choice.confidence / 100, 0);
}

/** The fields a mapping still needs: of each group one, the preferred first; none is empty. */
export function missingFields(
  kind: Kind,
  mapping: Pick<ColumnMapping, 'choices'>,
): readonly (readonly Field[])[] {
  const mapped = new Set<Field | undefined>(mapping.choices.map((choice) => choice.field));
  const groups: readonly (readonly Field[])[] = requiredOf[kind];
  return groups.filter((group) => !group.some((field) => mapped.has(field)));
}
