/** A part of a figure opened: the rows whose sum it is, each leading to its account. */
import type { Id } from '#kernel/ids.ts';
import { id } from '#kernel/ids.ts';
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type PartName, partNames, writtenPart } from '../rules/metric.ts';
import { type PartAsked, type PartRow, partRows } from '../store/rows.ts';
import { partsOf } from '../store/parts.ts';
import type { Asked } from './measure.ts';

export type FigureRow = {
  readonly accountId: Id;
  /** The account's outside number, its customer's name and its company's code. */
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly ref: Id;
  readonly refKind: PartRow['ref_kind'];
  /** The document's number, or what else the row is called by. */
  readonly label: string;
  readonly on: Day;
  /** What the row adds to its part. */
  readonly value: string;
};

export type FigureRows = {
  readonly rows: FigureRow[];
  /** Rows in the whole part, and their sum: the part itself. */
  readonly count: number;
  readonly total: string;
};

export type Page = { readonly limit: number | null; readonly offset: number };

/** Reads `sales` or `sales:2026-08`; undefined when there is no such part. */
export function partNamed(text: string): PartAsked | undefined {
  const [, base = '', month] = /^([a-z0-9_]+)(?::(\d{4}-(?:0[1-9]|1[0-2])))?$/u.exec(text) ?? [];
  const name = partNames.find((each): each is PartName => each === base);
  if (name === undefined) return undefined;
  if (month !== undefined && name !== 'sales' && name !== 'open_age') return undefined;
  return { name, month: month ?? null };
}

/** The rows of a part of the figure. */
export async function rowsOf(
  db: Queries,
  asked: Omit<Asked, 'metric' | 'variant'>,
  part: PartAsked,
  page: Page,
): Promise<FigureRows> {
  const { kind, rows: opens } = partsOf(asked)[part.name];
  if (!opens) return { rows: [], count: 0, total: '0' };
  const { currency } = asked.scope;
  const found = await partRows(db, asked, part, page);
  return {
    rows: found.rows.map((row) => ({
      accountId: id(row.account_id),
      account: row.account,
      name: row.name,
      company: row.company,
      ref: id(row.ref),
      refKind: row.ref_kind,
      label: row.label ?? '',
      on: day(row.on_day),
      value: writtenPart(row.value, kind, currency),
    })),
    count: found.count,
    total: writtenPart(found.sum, kind, currency),
  };
}
