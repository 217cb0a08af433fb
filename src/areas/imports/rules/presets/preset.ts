/**
 * A preset: what is known beforehand about the files of one source.
 *
 * It is data, not code: a signature of column names by which the file is recognised, the
 * field of each column, and the few things that no value of the file can tell. A preset
 * fits only when every name of its signature is there.
 */
import { type DateOrder } from '#formats/values/dates.ts';
import { type Field, type FieldOf, type Kind } from '../kinds.ts';
import { type DocumentKind, type PaymentKind } from '../records.ts';

type Options = {
  readonly name: string;
  /** Column names that together only this source writes. */
  readonly signature: readonly string[];
  /** Columns that are known and not read. */
  readonly leftOut?: readonly string[];
  /** The order of its dates when the values do not tell. */
  readonly dateOrder?: DateOrder;
  /** The currency of the amounts when no column says it. */
  readonly currency?: string;
  /** Amounts are whole minor units. */
  readonly cents?: true;
  /** Amounts were computed from others and carry more decimals than their currency has. */
  readonly rounds?: true;
  readonly documentKind?: DocumentKind;
  readonly paymentKind?: PaymentKind;
  /** Columns that identify a row together, when no single one does. */
  readonly identity?: readonly string[];
};

export type Preset = Options & {
  readonly kind: Kind;
  readonly columns: Readonly<Record<string, Field>>;
};

/** A preset whose fields are checked to be fields of its kind. */
export function preset<K extends Kind>(
  kind: K,
  options: Options,
  columns: Readonly<Record<string, FieldOf<K>>>,
): Preset {
  return { ...options, kind, columns };
}
