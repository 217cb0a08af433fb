/**
 * A CSV file that was cut inside its last row: the text ends without a line break, and only
 * its last row ends before the columns do.
 *
 * A row of totals may be short, and a writer may leave the last line break away; both at once,
 * under rows that are all whole, is a download that broke off. What came before is then not
 * the whole table either.
 */
import { type Control, missingEnd } from '../neutral.ts';
import { type Table } from '../table.ts';
import { saysTotal } from './total-row.ts';

/** The line on which the file breaks off; undefined for one that is whole. */
export function tornRowOf(table: Table): number | undefined {
  const last = table.rows.at(-1);
  if (!table.endsOpen || last === undefined || saysTotal(last)) return undefined;
  const uneven = table.problems.filter(
    ({ code }) => code === 'read.short_row' || code === 'read.long_row',
  );
  const [only] = uneven;
  const isShort = only?.code === 'read.short_row' && only.line === last.line;
  if (!isShort || uneven.length > 1 || table.rows.length < 2) return undefined;
  return Number(only.facts['cells']) > 1 ? last.line : undefined;
}

/** What keeps a table that broke off in quarantine. */
export function tornControls(table: Table): Control[] {
  const line = tornRowOf(table);
  return line === undefined ? [] : [missingEnd('last_line', line, String(table.rows.length))];
}
