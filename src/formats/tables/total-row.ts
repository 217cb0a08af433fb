/** A row that adds up the rows above it, by its words: it is a control, never a movement. */
import { type Row } from '../table.ts';
import { plainName } from '../values/header-name.ts';

const totals = /^(?:(?:grand |sub)?totals?|totales|sum|suma|summe|somme|gesamt|total general)\b/u;

/** Does a cell begin with the word for a total? The caller has seen that the row has no day. */
export function saysTotal(row: Row): boolean {
  return row.cells.some((cell) => totals.test(plainName(cell)));
}
