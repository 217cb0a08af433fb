/** The foot of a grid: the totals, and how much of the list is shown. */
import { Bone } from '../states.tsx';
import { words } from '../words.ts';
import { useWords } from '../say.ts';
import type { Column } from './columns.ts';
import type { Paging } from './Grid.tsx';

type Props<Row> = {
  columns: readonly Column<Row>[];
  template: string;
  totals: boolean;
  paging: Paging | undefined;
  shown: number;
};

export function GridFoot<Row>({ columns, template, totals, paging, shown }: Props<Row>) {
  return (
    <>
      {totals && (
        <div role="rowgroup" className="sticky bottom-0 z-[2]">
          <div role="row" className="grid-row grid-total" style={{ gridTemplateColumns: template }}>
            {columns.map((column) => (
              <div key={column.id} role="gridcell" className="grid-cell" data-align={column.align}>
                {column.total}
              </div>
            ))}
          </div>
        </div>
      )}
      {paging !== undefined && shown > 0 && paging.hasMore && (
        <CutLine paging={paging} shown={shown} />
      )}
    </>
  );
}

/** Says that the list goes on and how to see the rest. */
function CutLine({ paging, shown }: { paging: Paging; shown: number }) {
  const t = useWords(words);
  return (
    <div role="rowgroup">
      <div role="row">
        <div
          role="gridcell"
          className="flex h-10 items-center gap-3 border-t border-line bg-sunk px-3 text-sm text-ink-2"
        >
          {paging.loading ? (
            <Bone width={180} />
          ) : (
            <>
              <span>{t('shown_cut', { shown, count: paging.count })}</span>
              <button type="button" className="link no-print" onClick={paging.loadMore}>
                {t('more')}
              </button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
