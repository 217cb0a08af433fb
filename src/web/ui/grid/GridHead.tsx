/** The head of a grid: names of the columns, and the order as a button where there is one. */
import { words } from '../words.ts';
import { useWords } from '../say.ts';
import type { Column, SortState } from './columns.ts';

type Props<Row> = {
  columns: readonly Column<Row>[];
  template: string;
  sort: SortState | undefined;
};

export function GridHead<Row>({ columns, template, sort }: Props<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-[2]">
      <div
        role="row"
        aria-rowindex={1}
        className="grid-row grid-head"
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} />
        ))}
      </div>
    </div>
  );
}

type CellProps<Row> = { column: Column<Row>; sort: SortState | undefined };

function HeadCell<Row>({ column, sort }: CellProps<Row>) {
  const t = useWords(words);
  const on = sort !== undefined && column.sort !== undefined && sort.by === column.sort;
  const order = sort?.direction === 'asc' ? 'ascending' : 'descending';
  const { sort: name, header, align } = column;
  return (
    <div
      role="columnheader"
      className="grid-cell font-[500]"
      data-align={align}
      aria-sort={on ? order : undefined}
    >
      {sort === undefined || name === undefined ? (
        header
      ) : (
        <button
          type="button"
          className="print"
          title={t('sort_by', { name: header })}
          onClick={() => sort.onSort(name)}
        >
          {header}
          <span aria-hidden className={on ? 'pl-0.5' : 'hidden'}>
            {sort.direction === 'asc' ? '↑' : '↓'}
          </span>
        </button>
      )}
    </div>
  );
}
