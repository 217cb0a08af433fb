/** My day: one row an account, first things first, with the next account one key away. */
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useCallback, useState } from 'react';
import { type WorkRow, worklist } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { SortState } from '#web/ui/grid/columns.ts';
import { Grid, type Paging } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useToday } from '#web/ui/language.tsx';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Failed } from '#web/ui/states.tsx';
import { CoverChips } from './CoverChips.tsx';
import { Duties } from './Duties.tsx';
import { useOrder } from './order.ts';
import { useRowsNow } from './presence.ts';
import { words } from './words.ts';
import { useWorkColumns } from './work-columns.tsx';
import { keepWalked, readSort, type WorkSearch, type WorkSearchChange } from './work-search.ts';
import { WorkActions } from './WorkActions.tsx';
import { WorkEmpty } from './WorkEmpty.tsx';
import { WorkFilters } from './WorkFilters.tsx';
import { WorkForms } from './WorkForms.tsx';
import { WorkNarrow } from './WorkNarrow.tsx';
import { type WorkForm, WorkStrip } from './WorkStrip.tsx';

const keyOf = (row: WorkRow): string => row.accountId;
const narrow = (row: WorkRow) => <WorkNarrow row={row} />;
/** Somebody is in it, or the bank has its money: nobody starts there. */
const inWork = (row: WorkRow): boolean =>
  row.inWorkBy !== null || row.reasons[0]?.kind === 'unposted_cash';

/** `More` is what the desk offers beside the list's own actions. */
export function WorklistScreen({ More }: { More?: ComponentType }) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const why = useWhy();
  const [search, setSearch] = useSearchState(worklist);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['worklist', 'rows', filter],
    fetchPage: (cursor, signal) => call(worklist, { query: { ...filter, cursor }, signal }),
  });
  const place = `worklist ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const [form, setForm] = useState<WorkForm | null>(null);
  const rows = useRowsNow(list.rows);
  const here = rows.find((row) => row.accountId === at) ?? rows[0];
  const { stays, move, onDrag } = useOrder(search, rows, here);

  return (
    <Page
      title={t('my_day')}
      sub={<time dateTime={today}>{capital(figures.longDay(today))}</time>}
      actions={
        <>
          {More !== undefined && <More />}
          <WorkActions
            search={search}
            onSearch={setSearch}
            onDone={() => setForm('done')}
            canFinish={here !== undefined}
          />
        </>
      }
      asideLabel={t('context')}
      aside={
        here === undefined ? (
          <></>
        ) : (
          <WorkStrip row={here} search={search} onForm={setForm} move={move} stays={stays} />
        )
      }
    >
      <WorkFilters search={search} onSearch={setSearch} first={list.first} />
      <Duties duties={list.first?.duties ?? []} />
      <CoverChips search={search} onSearch={setSearch} people={list.first?.covering ?? []} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rowHeight={50} narrowHeight={76} />
      ) : (
        <WorkGrid
          {...{ search, setSearch, list, rows, at: here?.accountId ?? null, moveTo, onDrag }}
        />
      )}
      {here !== undefined && (
        <WorkForms
          row={here}
          search={search}
          form={form}
          onForm={setForm}
          onNext={(next) => next !== null && moveTo(next)}
        />
      )}
    </Page>
  );
}

type GridProps = {
  search: WorkSearch;
  setSearch: WorkSearchChange;
  list: { paging: Paging };
  rows: readonly WorkRow[];
  at: string | null;
  moveTo: (accountId: string) => void;
  onDrag: ((row: WorkRow, onto: WorkRow) => void) | undefined;
};

function WorkGrid({ search, setSearch, list, rows, at, moveTo, onDrag }: GridProps) {
  const t = useWords(words);
  const navigate = useNavigate();
  const mayRead = useMay()('mail.read') === undefined;
  const columns = useWorkColumns(rows);
  const open = useCallback(
    ({ accountId, reasons: [first] }: WorkRow) => {
      keepWalked(search);
      if (first?.kind === 'reply_waiting' && mayRead) {
        const mailId = String(first.facts['mailId']);
        void navigate({ to: paths.mailbox, search: { mailId, state: 'any' } });
      } else if (first?.kind === 'dispute') {
        const caseId = String(first.facts['caseId']);
        void navigate({ to: paths.disputeCase, params: { accountId, caseId } });
      } else void navigate({ to: paths.account, params: { accountId } });
    },
    [navigate, search, mayRead],
  );
  return (
    <Grid
      label={t('my_day')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      at={at}
      onMove={moveTo}
      onOpen={open}
      onDrag={onDrag}
      narrow={narrow}
      rowHeight={50}
      narrowHeight={76}
      quiet={inWork}
      paging={list.paging}
      sort={sortOf(search.sort, (sort) => setSearch({ sort }))}
      empty={<WorkEmpty search={search} onSearch={setSearch} />}
    />
  );
}

/** The list has one order at a time; asking for the same one again goes back to the rank. */
function sortOf(by: WorkSearch['sort'], onSort: (sort: WorkSearch['sort']) => void): SortState {
  return {
    by,
    direction: by === 'name' ? 'asc' : 'desc',
    onSort: (name) => onSort(name === by ? 'rank' : readSort(name)),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
