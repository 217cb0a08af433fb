/**
 * What a reviewer decided, cell by cell, and what is therefore done.
 *
 * Clean cells are taken unless the reviewer leaves one out; a conflict has to be decided, and the
 * decision counts only for the value of ours that the reviewer saw.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Act, type BookRow, type Values, acts, valueOf } from './column.ts';
import type { DiffCell, DiffRow } from './compare.ts';
import { type WorkbookKind, editableColumns } from './kinds.ts';

export type Choice = {
  readonly key: string;
  readonly column: string;
  readonly take: 'theirs' | 'ours';
  /** What stood on our side when it was decided. */
  readonly ours: string;
};

/** How conflicts are decided of which no choice speaks. */
export type Otherwise = 'refuse' | 'theirs' | 'ours';

/** Cells of one row that become one act of the area that owns them. */
export type Edit = {
  readonly act: Act;
  readonly key: string;
  readonly line: number;
  readonly accountId: Id | null;
  readonly targetId: Id;
  /** As the row stands now. */
  readonly now: Values;
  /** What is taken from the sheet. */
  readonly taken: Values;
  /** What is taken of the whole row. */
  readonly row: Values;
  readonly cells: readonly DiffCell[];
};

export type Decided = {
  readonly edits: readonly Edit[];
  /** Cells with an edit that the reviewer did not take. */
  readonly leftOut: number;
};

/** The edits to make, row by row; refused while a conflict is undecided. */
export function decide(
  kind: WorkbookKind,
  rows: readonly DiffRow[],
  choices: readonly Choice[],
  otherwise: Otherwise,
): Outcome<Decided, 'workbooks.undecided'> {
  const chosen = new Map(choices.map((each) => [`${each.column} ${each.key}`, each]));
  const undecided: string[] = [];
  const edits: Edit[] = [];
  let leftOut = 0;
  for (const { key, line, row, cells } of rows) {
    if (!row) continue;
    const taken: DiffCell[] = [];
    for (const cell of cells) {
      if (cell.outcome !== 'clean' && cell.outcome !== 'conflict') continue;
      const take = takeOf(cell, chosen.get(`${cell.column} ${key}`), otherwise);
      if (take === undefined) undecided.push(cell.cell);
      else if (take === 'theirs') taken.push(cell);
      else leftOut += 1;
    }
    edits.push(...editsOf(kind, { key, line, row }, taken));
  }
  if (undecided.length > 0) {
    return refuse('workbooks.undecided', {
      count: undecided.length,
      cells: undecided.slice(0, 10).join(', '),
    });
  }
  return accept({ edits, leftOut });
}

function takeOf(
  { outcome, ours }: DiffCell,
  choice: Choice | undefined,
  otherwise: Otherwise,
): 'theirs' | 'ours' | undefined {
  if (outcome === 'clean') return choice?.take ?? 'theirs';
  if (choice?.ours === ours) return choice.take;
  return otherwise === 'refuse' ? undefined : otherwise;
}

type Placed = { readonly key: string; readonly line: number; readonly row: BookRow };

/** In the order of the acts: who it belongs to before whose turn it is. */
function editsOf(
  kind: WorkbookKind,
  { key, line, row }: Placed,
  cells: readonly DiffCell[],
): Edit[] {
  const actOf = new Map(editableColumns(kind).map(({ name, act }) => [name, act]));
  const whole = takenOf(cells);
  return acts.flatMap((act) => {
    const mine = cells.filter(({ column }) => actOf.get(column) === act);
    if (mine.length === 0) return [];
    const { accountId, targetId, values: now } = row;
    const of = { act, key, line, accountId, targetId, now, cells: mine };
    return [{ ...of, taken: takenOf(mine), row: whole }];
  });
}

function takenOf(cells: readonly DiffCell[]): Values {
  return Object.fromEntries(cells.map(({ column, theirs }) => [column, theirs]));
}

/** What a column will hold: from the sheet where it was taken, else as it stands. */
export function wanted({ taken, now }: Pick<Edit, 'taken' | 'now'>, column: string): string {
  return taken[column] ?? valueOf(now, column);
}
