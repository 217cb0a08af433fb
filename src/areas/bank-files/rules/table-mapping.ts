/**
 * How a bank's table is read, as somebody said it once: kept under the names of its columns, so
 * that the next file of the same bank does not ask.
 */
import type { TableMapping } from '#formats/tables/questions.ts';

export type { TableMapping };

/** The same columns in the same order mean the same kind of export. */
export function tableSignature(columns: readonly string[]): string {
  return columns.map((column) => column.trim().toLowerCase()).join(' | ');
}

const orders = ['ymd', 'dmy', 'mdy'] as const;

/** What was said as plain texts; a text that answers nothing is left out. */
export function mappingFrom(said: {
  readonly dateOrder?: string | undefined;
  readonly decimalMark?: string | undefined;
  readonly currency?: string | undefined;
  /** `amount=Net;bookedOn=Date`: a field and the name of its column. */
  readonly columns?: string | undefined;
}): TableMapping {
  const dateOrder = orders.find((order) => order === said.dateOrder);
  const decimalMark = said.decimalMark === '.' || said.decimalMark === ',' ? said.decimalMark : '';
  const columns = columnsFrom(said.columns ?? '');
  return {
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark === '' ? {} : { decimalMark }),
    ...(said.currency === undefined ? {} : { currency: said.currency }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
  };
}

function columnsFrom(text: string): Record<string, string> {
  const pairs = text.split(';').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([field = '', ...column]) =>
      field.trim() === '' || column.length === 0 ? [] : [[field.trim(), column.join('=').trim()]],
    ),
  );
}

/** The newer word over the older one, column by column. */
export function mergedMapping(older: TableMapping, newer: TableMapping): TableMapping {
  const columns = { ...older.columns, ...newer.columns };
  return { ...older, ...newer, ...(Object.keys(columns).length === 0 ? {} : { columns }) };
}
