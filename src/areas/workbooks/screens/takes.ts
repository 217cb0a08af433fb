/** What a reviewer has decided so far, cell by cell. */
import type { BodyOf } from '#platform/contract/route.ts';
import type { WireDiffCell, WireDiffRow, apply } from '#areas/workbooks/contract.ts';

export type Line = { readonly id: string; readonly row: WireDiffRow; readonly cell: WireDiffCell };
export type Take = 'theirs' | 'ours';
export type Takes = ReadonlyMap<string, Take>;

export function linesOf(rows: readonly WireDiffRow[]): Line[] {
  return rows.flatMap((row) =>
    row.cells.map((cell) => ({ id: `${row.key} ${row.line} ${cell.column}`, row, cell })),
  );
}

/** A clean cell is taken until somebody says otherwise; a conflict is nobody's. */
export function takeOf({ id, cell }: Line, takes: Takes): Take | undefined {
  return takes.get(id) ?? (cell.outcome === 'clean' ? 'theirs' : undefined);
}

export function isOpen({ cell }: Line): boolean {
  return cell.outcome === 'clean' || cell.outcome === 'conflict';
}

type Taken = {
  readonly choices: NonNullable<BodyOf<typeof apply>['choices']>;
  readonly count: number;
  readonly undecided: number;
};

/** What is sent, how many cells it changes, and how many conflicts wait for a word. */
export function takenOf(lines: readonly Line[], takes: Takes): Taken {
  const open = lines.filter(isOpen);
  const decided = open.flatMap((line) => {
    const take = takeOf(line, takes);
    return take === undefined ? [] : [{ line, take }];
  });
  return {
    choices: decided.map(({ line: { row, cell }, take }) => ({
      key: row.key,
      column: cell.column,
      take,
      ours: cell.oursValue,
    })),
    count: decided.filter(({ take }) => take === 'theirs').length,
    undecided: open.length - decided.length,
  };
}
