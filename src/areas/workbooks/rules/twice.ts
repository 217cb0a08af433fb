/**
 * Rows that change one and the same thing: an account's owner stands in each of its rows.
 *
 * Saying the same twice is saying it once; saying two things is refused in every row that does,
 * because whichever came last would win without anybody having chosen it.
 */
import type { Id } from '#kernel/ids.ts';
import type { Act, BookRow } from './column.ts';
import type { DiffCell, DiffRow } from './compare.ts';
import { type WorkbookKind, editableColumns } from './kinds.ts';

/** What is of the account, whatever the row is of. */
const ofAccount: readonly Act[] = ['note', 'owner', 'next_action'];

/** What an act of the row changes. */
export function targetOf({ accountId, targetId }: BookRow, act: Act): Id {
  return ofAccount.includes(act) && accountId !== null ? accountId : targetId;
}

/** The rows again, with every cell that another row contradicts refused. */
export function sayingTwoThings(kind: WorkbookKind, rows: readonly DiffRow[]): DiffRow[] {
  const settable = new Map(
    editableColumns(kind).flatMap(({ name, act, adds }) =>
      act === undefined || adds ? [] : [[name, act] as const],
    ),
  );
  const said = new Map<string, Said>();
  const place = (row: DiffRow, { column }: DiffCell): string | undefined => {
    const act = settable.get(column);
    return act && row.row && `${column} ${targetOf(row.row, act)}`;
  };
  for (const row of rows) {
    for (const cell of row.cells.filter(isWanted)) {
      const at = place(row, cell);
      if (at === undefined) continue;
      const before = said.get(at);
      if (before) before.values.add(cell.theirs);
      else said.set(at, { line: row.line, values: new Set([cell.theirs]) });
    }
  }
  const judged = (row: DiffRow, cell: DiffCell): DiffCell => {
    const at = isWanted(cell) ? place(row, cell) : undefined;
    const all = at === undefined ? undefined : said.get(at);
    if (!all) return cell;
    if (all.values.size > 1) {
      const problem = { refusal: 'workbooks.row_says_two_things', facts: { line: all.line } };
      return { ...cell, outcome: 'refused', problem };
    }
    return all.line === row.line ? cell : { ...cell, outcome: 'already' };
  };
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => judged(row, cell)) }));
}

type Said = { readonly line: number; readonly values: Set<string> };

function isWanted({ outcome }: DiffCell): boolean {
  return outcome === 'clean' || outcome === 'conflict';
}
