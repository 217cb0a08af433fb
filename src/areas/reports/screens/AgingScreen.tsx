/** The aging over the whole book, as of any day; a row opens to its account. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { aging, type AgingRow } from '#areas/reports/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { AsOfBand } from '#web/ui/AsOf.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Failed } from '#web/ui/states.tsx';
import { useAgingColumns } from './aging-columns.tsx';
import { narrowed, turned } from './aging-search.ts';
import { type Actions, AgingActions } from './AgingActions.tsx';
import { AgingEmpty } from './AgingEmpty.tsx';
import { AgingFilters } from './AgingFilters.tsx';
import { AgingNarrow } from './AgingNarrow.tsx';
import { AgingTabs } from './AgingTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: AgingRow): string => `${row.key} ${row.currency}`;
const noLabels: readonly string[] = [];

/** `All` offers what can be done with all accounts that fit the filter. */
export function AgingScreen({ All }: Pick<Actions, 'All'>) {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(aging);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['aging', filter],
    fetchPage: (cursor, signal) => call(aging, { query: { ...filter, cursor }, signal }),
  });
  const place = `aging ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const columns = useAgingColumns(list.first, search.by);
  const labels = list.first?.buckets ?? noLabels;
  const here = list.rows.find((row) => keyOf(row) === at) ?? list.rows[0];
  const open = useCallback(
    (row: AgingRow) => {
      if (row.accountId === null || search.by !== 'account') setSearch(narrowed(search, row));
      else {
        const { accountId } = row;
        const times = { asOf: search.asOf, knownAt: search.knownAt };
        void navigate({ to: paths.account, params: { accountId }, search: times });
      }
    },
    [navigate, search, setSearch],
  );
  const narrow = useCallback(
    (row: AgingRow) => <AgingNarrow row={row} labels={labels} />,
    [labels],
  );

  return (
    <Page
      title={t('aging')}
      sub={list.first && t(`rows_${search.by}`, { count: list.first.count })}
      actions={<AgingActions search={search} onSearch={setSearch} All={All} />}
    >
      <AgingTabs />
      <AsOfBand asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
      <AgingFilters search={search} onSearch={setSearch} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={16} />
      ) : (
        <Grid
          label={t('aging')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here === undefined ? null : keyOf(here)}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          totals
          paging={list.paging}
          sort={{
            by: search.sort,
            direction: search.direction,
            onSort: (by) => setSearch(turned(search, by)),
          }}
          empty={<AgingEmpty search={search} onSearch={setSearch} />}
        />
      )}
    </Page>
  );
}
