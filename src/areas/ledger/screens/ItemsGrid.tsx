/** The items of one account, as of the day one looks at; Enter opens an item's history. */
import { type Item, items } from '#areas/ledger/contract.ts';
import type { ReactNode } from 'react';
import { call } from '#web/api.ts';
import type { Times } from '#web/ui/AsOf.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FilterField } from '#web/ui/FilterField.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Menu } from '#web/ui/Menu.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { useItemColumns } from './item-columns.tsx';
import { type ItemFilter, type ItemFilterChange, turned } from './item-filter.ts';
import { ItemNarrow } from './ItemNarrow.tsx';
import { words } from './words.ts';

type Props = Times & {
  accountId: string;
  filter: ItemFilter;
  onFilter: ItemFilterChange;
  onOpen: (item: Item) => void;
  marked: ReadonlySet<string>;
  onMark: (item: Item) => void;
  /** The day on which an item is expected, where somebody predicts it. */
  predicted?: ((itemId: string) => ReactNode) | undefined;
};

const keyOf = (row: Item): string => row.itemId;
const narrow = (row: Item) => <ItemNarrow item={row} />;

export function ItemsGrid(props: Props) {
  const { accountId, asOf, knownAt, filter, onFilter, onOpen, marked, onMark } = props;
  const t = useWords(words);
  const why = useWhy();
  const list = useList({
    key: ['account', accountId, 'items', asOf ?? '', knownAt ?? '', filter],
    fetchPage: (cursor, signal) =>
      call(items, {
        params: { accountId },
        query: { asOf, knownAt, ...filter, cursor },
        signal,
      }),
  });
  const [at, moveTo] = usePlace(`items ${accountId}`);
  const here = list.rows.find((row) => row.itemId === at) ?? list.rows[0];
  const columns = useItemColumns(list.rows, marked, props.predicted);
  return (
    <section aria-label={t('items')}>
      <ItemsHead filter={filter} onFilter={onFilter} marked={marked.size} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={6} />
      ) : (
        <Grid
          label={t('items')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.itemId ?? null}
          onMove={moveTo}
          onOpen={onOpen}
          onMark={onMark}
          narrow={narrow}
          paging={list.paging}
          sort={{
            by: filter.sort,
            direction: filter.direction,
            onSort: (by) => onFilter(turned(filter, by)),
          }}
          empty={<ItemsEmpty filter={filter} onFilter={onFilter} />}
        />
      )}
    </section>
  );
}

type HeadProps = Pick<Props, 'filter' | 'onFilter'>;

function ItemsHead({ filter, onFilter, marked }: HeadProps & { marked: number }) {
  const t = useWords(words);
  return (
    <div className="no-print mb-2 flex flex-wrap items-center gap-2">
      <h2>{filter.state === 'all' ? t('items_all') : t('items')}</h2>
      {marked > 0 && <span className="text-sm text-accent">{t('marked', { count: marked })}</span>}
      <span className="flex-1" />
      <Menu
        label={t('state')}
        on={filter.state}
        onPick={(state) => onFilter({ state: state === 'all' ? 'all' : undefined })}
        choices={[
          { value: 'open', name: t('show_open') },
          { value: 'all', name: t('show_all') },
        ]}
        className="rounded-sm text-sm text-ink-2 hover:text-ink"
      >
        {filter.state === 'all' ? t('show_all') : t('show_open')} ▾
      </Menu>
      <FilterField label={t('find')} value={filter.q ?? ''} onFilter={(q) => onFilter({ q })} />
    </div>
  );
}

function ItemsEmpty({ filter, onFilter }: HeadProps) {
  const t = useWords(words);
  if (filter.q === undefined && filter.bucket === undefined) {
    return <Empty title={t('none')} why={t('none_why')} />;
  }
  return (
    <Empty title={t('none_fit')}>
      <Button onClick={() => onFilter({ q: undefined, bucket: undefined })}>{t('clear')}</Button>
    </Empty>
  );
}
