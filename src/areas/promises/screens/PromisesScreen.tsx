/** Every promise of the book: by state and due day, mine or everybody's. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { promises, promiseStates, type WirePromise } from '#areas/promises/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { StateChips } from '#web/ui/Chips.tsx';
import { ListGrid } from '#web/ui/grid/ListGrid.tsx';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
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
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(promises);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['promises', filter],
    fetchPage: (cursor, signal) => call(promises, { query: { ...filter, cursor }, signal }),
  });
  const columns = usePromiseColumns(list.rows);
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
        label={t('state_filter')}
        states={promiseStates}
        nameOf={(state) => t(`state_${state}`)}
        on={search.state}
        onPick={setSearch}
        counts={list.first?.states}
      />
      <ListGrid
        label={t('promises')}
        list={list}
        place={`promises ${JSON.stringify(filter)}`}
        columns={columns}
        rowKey={keyOf}
        onOpen={open}
        narrow={narrow}
        narrowHeight={86}
        quiet={closed}
        empty={<PromisesEmpty filtered={filtered} onClear={() => setSearch(clear)} />}
      />
    </Page>
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
