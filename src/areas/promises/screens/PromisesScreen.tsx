/** Every promise of the book: by state and due day, mine or everybody's. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { promises, promiseStates, type WirePromise } from '#areas/promises/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { DuePicker } from './DuePicker.tsx';
import { usePromiseColumns } from './promise-columns.tsx';
import { PromiseTabs } from './plans/PromiseTabs.tsx';
import { PromiseNarrow } from './PromiseNarrow.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePromise): string => row.promiseId;
const narrow = (row: WirePromise) => <PromiseNarrow promise={row} />;
const closed = (row: WirePromise): boolean =>
  row.state === 'superseded' || row.state === 'withdrawn';

export function PromisesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(promises);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['promises', filter],
    fetchPage: (cursor, signal) => call(promises, { query: { ...filter, cursor }, signal }),
  });
  const place = `promises ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const columns = usePromiseColumns(list.rows);
  const here = list.rows.find((row) => row.promiseId === at) ?? list.rows[0];
  const open = useCallback(
    ({ accountId }: WirePromise) => void navigate({ to: paths.account, params: { accountId } }),
    [navigate],
  );
  const mine = search.mine === 'true';
  const { dueFrom, dueTo } = search;
  const filtered = mine || (search.state ?? dueFrom ?? dueTo) !== undefined;

  return (
    <Page
      title={t('promises')}
      actions={
        <>
          <DuePicker search={search} onSearch={setSearch} />
          <Button
            aria-pressed={mine}
            onClick={() => setSearch({ mine: mine ? undefined : 'true' })}
          >
            {t(mine ? 'everybodys' : 'mine')}
          </Button>
        </>
      }
    >
      <PromiseTabs />
      <StateChips
        on={search.state}
        counts={list.first?.states}
        onPick={(state) => setSearch({ state })}
      />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} />
      ) : (
        <Grid
          label={t('promises')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.promiseId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          quiet={closed}
          paging={list.paging}
          empty={<PromisesEmpty filtered={filtered} onClear={() => setSearch(clear)} />}
        />
      )}
    </Page>
  );
}

type State = WirePromise['state'];
type ChipsProps = {
  on: State | undefined;
  counts: readonly { state: State; count: number }[] | undefined;
  onPick: (state: State | undefined) => void;
};

/** The promises by state, with how many there are of each. */
function StateChips({ on, counts, onPick }: ChipsProps) {
  const t = useWords(words);
  const by = counts && new Map(counts.map(({ state, count }) => [state, count]));
  return (
    <div className="no-print mb-2.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      <Chips
        label={t('state_filter')}
        digits
        on={on}
        onPick={onPick}
        chips={promiseStates.map((state) => ({
          value: state,
          name: t(`state_${state}`),
          ...(by === undefined ? {} : { count: by.get(state) ?? 0 }),
        }))}
        {...(counts === undefined
          ? {}
          : { all: counts.reduce((sum, { count }) => sum + count, 0) })}
      />
    </div>
  );
}

const clear = { state: undefined, dueFrom: undefined, dueTo: undefined, mine: undefined };

function PromisesEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useWords(words);
  if (!filtered) return <Empty title={t('none')} why={t('none_why')} />;
  return (
    <Empty title={t('none_fit')}>
      <Button onClick={onClear}>{t('show_all')}</Button>
    </Empty>
  );
}
