/** One row of a grid: its cells at a desk, two lines on a phone. */
import { type DragEvent, memo, type ReactNode } from 'react';
import type { Column } from './columns.ts';

/** A row is taken by the mouse and put onto another one. */
export type Dragging<Row> = {
  readonly take: (row: Row) => void;
  readonly put: (onto: Row) => void;
};

type Props<Row> = {
  id: string;
  /** Undefined while the list is shorter than it just was. */
  row: Row | undefined;
  index: number;
  top: number;
  height: number;
  columns: readonly Column<Row>[];
  template: string;
  selected: boolean;
  quiet: ((row: Row) => boolean) | undefined;
  /** The two lines, when the screen is narrow. */
  narrow: ((row: Row) => ReactNode) | undefined;
  onPress: (row: Row) => void;
  onOpen: ((row: Row) => void) | undefined;
  drag: Dragging<Row> | undefined;
};

function Row<Data>(props: Props<Data>) {
  const { row, index, columns, narrow, quiet, onPress, onOpen, drag } = props;
  if (row === undefined) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The grid has the keys.
    <div
      id={props.id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      data-quiet={quiet?.(row) || undefined}
      className="grid-row"
      style={{
        height: props.height,
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: narrow === undefined ? props.template : '1fr',
      }}
      onClick={() => onPress(row)}
      onDoubleClick={() => onOpen?.(row)}
      {...(drag && {
        draggable: true,
        onDragStart: () => drag.take(row),
        onDragOver: (event: DragEvent) => event.preventDefault(),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          drag.put(row);
        },
      })}
    >
      {narrow !== undefined ? (
        <div role="gridcell" className="grid-cell">
          {narrow(row)}
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.id} role="gridcell" className="grid-cell" data-align={column.align}>
            {column.cell(row, index)}
          </div>
        ))
      )}
    </div>
  );
}

// Memo loses the type parameter; the wrapped function is the same one.
export const GridRow = memo(Row) as typeof Row;
