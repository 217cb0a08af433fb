/** The columns of a grid: how wide, which side, which may go when the screen is narrow. */
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** The width in pixels for which other columns go. */
  readonly width: number;
  /** To this width it shrinks when all have gone that may; else it keeps its width. */
  readonly least?: number;
  /** Share of the room that is left; 0 keeps the width. */
  readonly grow?: number;
  /** Figures stand at the right. */
  readonly align?: 'end';
  /** The server's name of this order; makes the header a button. */
  readonly sort?: string;
  /** Goes first when the highest; columns without it stay. */
  readonly drop?: number;
  readonly total?: ReactNode;
};

export type SortState = {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
  readonly onSort: (by: string) => void;
};

/** The columns that fit, dropping those that may go, highest `drop` first. */
export function fitting<Row>(
  columns: readonly Column<Row>[],
  width: number,
): readonly Column<Row>[] {
  let left = [...columns];
  const needed = (): number => left.reduce((sum, column) => sum + column.width, 0);
  while (width > 0 && needed() > width) {
    const going = left.reduce<Column<Row> | undefined>(
      (worst, column) => ((column.drop ?? 0) > (worst?.drop ?? 0) ? column : worst),
      undefined,
    );
    if (going === undefined) break;
    left = left.filter((column) => column !== going);
  }
  return left;
}

/** The CSS tracks of the columns. */
export function tracks<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map((column) =>
      column.grow === undefined || column.grow === 0
        ? `${column.width}px`
        : `minmax(${column.least ?? column.width}px, ${column.grow}fr)`,
    )
    .join(' ');
}
