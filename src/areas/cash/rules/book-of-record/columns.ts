/**
 * The columns of a mapped file as a person writes them down: one a row, `Title = field`, or
 * `Title = "always this"`.
 *
 * What is neither a field of ours nor in quotes is refused: a misspelt field would be an empty
 * column in the other system, which nobody sees.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type CsvMapping, mappedFields } from '#formats/posting-file/mapped-csv.ts';

type Columns = CsvMapping['columns'];

/** The columns in their order; empty rows are passed over. */
export function readColumns(text: string): Outcome<Columns[number][], 'cash.column_unreadable'> {
  const columns: Columns[number][] = [];
  for (const [index, row] of text.split(/\r?\n/u).entries()) {
    if (row.trim() === '') continue;
    const [, title = '', means = ''] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/u.exec(row) ?? [];
    const field = mappedFields.find((known) => known === means);
    const said = /^"(.*)"$/u.exec(means)?.[1];
    if (title === '' || (field === undefined && said === undefined)) {
      return refuse('cash.column_unreadable', { row: index + 1, fields: mappedFields.join(', ') });
    }
    columns.push(field === undefined ? { title, text: said } : { title, field });
  }
  return accept(columns);
}

/** The same, written down. */
export function writeColumns(columns: Columns): string {
  return columns
    .map(({ title, field, text = '' }) => `${title} = ${field ?? `"${text}"`}`)
    .join('\n');
}
