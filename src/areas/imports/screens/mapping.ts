/** The mapping after one correction: a field has one column, a column one field. */
import type { Preview } from './upload-data.ts';

type Column = Preview['columns'][number];

/** Field to column name; an empty name says that the file does not have the field. */
export function mappingWith(
  { columns }: Pick<Preview, 'columns'>,
  corrected: Pick<Column, 'index' | 'column' | 'field'>,
  field: string | null,
): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const column of columns) {
    if (column.field !== null) mapping[column.field] = column.column;
  }
  if (corrected.field !== null) mapping[corrected.field] = '';
  if (field !== null) mapping[field] = corrected.column;
  return mapping;
}
