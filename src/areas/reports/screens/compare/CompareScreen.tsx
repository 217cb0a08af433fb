/** What changed between two moments: everybody's bridge and buckets, then who changed most. */
import { useState } from 'react';
import { agingBy } from '#areas/reports/contract.ts';
import { type CompareRow, compare, exportCompare } from '#areas/reports/contract/compare.ts';
import { compareSorts } from '#areas/reports/rules/compare.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { FilterField } from '#web/ui/FilterField.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { AgingTabs } from '../AgingTabs.tsx';
import { words as agingWords } from '../words.ts';
import { Bridge } from './Bridge.tsx';
import { BucketMovement } from './BucketMovement.tsx';
import { CompareNarrow, useCompareColumns } from './compare-columns.tsx';
import {
  type CompareSearch,
  type CompareSearchChange,
  type OpenFigure,
  whoseOf,
} from './figures.ts';
import { FigureRows } from './FigureRows.tsx';
import { LinePanel } from './LinePanel.tsx';
import { MomentsPicker } from './MomentsPicker.tsx';
import { words } from './words.ts';

const keyOf = (row: CompareRow): string => `${row.key} ${row.currency}`;
const narrow = (row: CompareRow) => <CompareNarrow row={row} />;

export function CompareScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(compare);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['aging', 'compare', filter],
    fetchPage: (cursor, signal) => call(compare, { query: { ...filter, cursor }, signal }),
  });
  const place = `compare ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const [line, setLine] = useState<CompareRow>();
  const columns = useCompareColumns(list.first);
  const here = list.rows.find((row) => keyOf(row) === at) ?? list.rows[0];
  const span = list.first && {
    from: figures.day(list.first.from.asOf),
    to: figures.day(list.first.to.asOf),
  };
  return (
    <Page
      title={t('title')}
      sub={span && t('span', span)}
      actions={<Actions search={search} shown={list.first} onSearch={setSearch} />}
    >
      <AgingTabs />
      <Filters search={search} onSearch={setSearch} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={16} />
      ) : (
        <>
          <Summary search={search} totals={list.first?.totals ?? []} />
          <Grid
            label={t('title')}
            columns={columns}
            rows={list.rows}
            rowKey={keyOf}
            at={here === undefined ? null : keyOf(here)}
            onMove={moveTo}
            onOpen={setLine}
            narrow={narrow}
            totals
            paging={list.paging}
            sort={{
              by: search.sort,
              direction: search.direction,
              onSort: (by) => setSearch(turned(search, by)),
            }}
            empty={<Empty title={t('nothing')} why={t('nothing_why')} />}
          />
        </>
      )}
      {line !== undefined && (
        <LinePanel row={line} search={search} onClose={() => setLine(undefined)} />
      )}
    </Page>
  );
}

type Totals = AnswerOf<typeof compare>['totals'];
type FilterProps = { search: CompareSearch; onSearch: CompareSearchChange };

function Actions({
  search,
  shown,
  onSearch,
}: FilterProps & { shown: Parameters<typeof MomentsPicker>[0]['shown'] }) {
  const t = useWords(words);
  const { cursor: _, limit: __, ...view } = search;
  return (
    <>
      <MomentsPicker search={search} shown={shown} onSearch={onSearch} />
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          download
          href={hrefOf(exportCompare, { query: { ...view, format } })}
          title={t('export_title')}
          className={linkLook}
        >
          {t(format)}
        </a>
      ))}
    </>
  );
}

function Filters({ search, onSearch }: FilterProps) {
  const t = useWords(words);
  const say = useWords(agingWords);
  return (
    <div className="no-print mb-2.5 flex flex-wrap items-center gap-2">
      <Picker
        label={t('by')}
        on={search.by}
        choices={agingBy.options.map((value) => ({ value, name: say(`by_${value}`) }))}
        onPick={(by) => onSearch({ by })}
      />
      <span className="flex-1" />
      <FilterField label={t('find')} value={search.q ?? ''} onFilter={(q) => onSearch({ q })} />
    </div>
  );
}

/** Everybody together, one currency at a time: the bridge, the buckets, and what stood still. */
function Summary({ search, totals }: { search: CompareSearch; totals: Totals }) {
  const t = useWords(words);
  const figures = useFigures();
  const [currency, setCurrency] = useState<string>();
  const [open, setOpen] = useState<OpenFigure>();
  const sums = totals.find((each) => each.currency === currency) ?? totals[0];
  if (sums === undefined) return null;
  const still = { count: sums.unchanged, amount: figures.amount(sums.still, sums.currency) };
  const whose = whoseOf(search);
  return (
    <section className="mb-4">
      {totals.length > 1 && (
        <div className="no-print mb-2">
          <Picker
            label={t('currency')}
            on={sums.currency}
            choices={totals.map(({ currency: code }) => ({ value: code, name: code }))}
            onPick={setCurrency}
          />
        </div>
      )}
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Bridge sums={sums} onOpen={setOpen} />
        <BucketMovement whose={whose} currency={sums.currency} onOpen={setOpen} />
      </div>
      <p className="pt-2 text-sm text-ink-2">
        {t('changed', { count: sums.changed })}
        {sums.unchanged > 0 && ` · ${t('still', still)}`}
      </p>
      {open !== undefined && (
        <FigureRows whose={whose} open={open} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

/** The order after pressing a header: figures begin with the largest, names with A. */
function turned(
  search: CompareSearch,
  by: string,
): { sort?: CompareSearch['sort']; direction?: CompareSearch['direction'] } {
  const sort = compareSorts.find((name) => name === by);
  if (sort === undefined) return {};
  if (sort === search.sort) return { direction: search.direction === 'asc' ? 'desc' : 'asc' };
  return { sort, direction: sort === 'name' ? 'asc' : 'desc' };
}
