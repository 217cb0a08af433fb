/** Every deadline of the desk by its day: what, whose, by which law or policy, how it stands. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { clocks, clockViews, type WireClock } from '#areas/clocks/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { FeedsDialog } from './FeedsDialog.tsx';
import { StandingTag } from './StandingTag.tsx';
import { words } from './words.ts';

const keyOf = (row: WireClock): string => row.clockId;
const narrow = (row: WireClock) => <ClockNarrow clock={row} />;
const over = (row: WireClock): boolean => row.state === 'met' || row.state === 'void';

export function ClocksScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(clocks);
  const [feeds, setFeeds] = useState(false);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['clocks', filter],
    fetchPage: (cursor, signal) => call(clocks, { query: { ...filter, cursor }, signal }),
  });
  const place = `clocks ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const columns = useClockColumns();
  const here = list.rows.find((row) => row.clockId === at) ?? list.rows[0];
  const open = useCallback(
    ({ account }: WireClock) => {
      if (account === null) return;
      const params = { accountId: account.accountId };
      void navigate({ to: paths.account, params });
    },
    [navigate],
  );
  const { count } = list.paging;
  const sub = list.rows.length < count ? 'sub_cut' : 'sub';
  return (
    <Page
      title={t('deadlines')}
      sub={list.first && t(sub, { count, shown: list.rows.length })}
      actions={
        <>
          <Filters search={search} onSearch={setSearch} kinds={list.first?.kinds ?? []} />
          <Button onClick={() => setFeeds(true)}>{t('calendar')}</Button>
        </>
      }
    >
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} />
      ) : (
        <Grid
          label={t('deadlines')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.clockId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          quiet={over}
          paging={list.paging}
          active={!feeds}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {feeds && <FeedsDialog onClose={() => setFeeds(false)} />}
    </Page>
  );
}

type Search = ReturnType<typeof useSearchState<NonNullable<(typeof clocks)['query']>>>;
type FiltersProps = {
  search: Search[0];
  onSearch: Search[1];
  kinds: readonly { kind: WireClock['kind']; title: string; count: number }[];
};

function Filters({ search, onSearch, kinds }: FiltersProps) {
  const t = useWords(words);
  const { view, kind, hard, mine, accountId } = search;
  const all = { value: 'all', name: t('kind_all') } as const;
  const found = kinds.map((each) => ({
    value: each.kind,
    name: `${each.title} (${each.count})`,
  }));
  return (
    <>
      <Picker
        label={t('view')}
        on={view}
        choices={clockViews.map((value) => ({ value, name: t(`view_${value}`) }))}
        onPick={(value) => onSearch({ view: value })}
      />
      <Picker
        label={t('kind')}
        on={kind ?? 'all'}
        choices={[all, ...found]}
        onPick={(value) => onSearch({ kind: value === 'all' ? undefined : value })}
      />
      <Button
        aria-pressed={hard === 'true'}
        onClick={() => onSearch({ hard: hard === 'true' ? undefined : 'true' })}
      >
        {t('hard_only')}
      </Button>
      <Button
        aria-pressed={mine === 'true'}
        onClick={() => onSearch({ mine: mine === 'true' ? undefined : 'true' })}
      >
        {t(mine === 'true' ? 'everybodys' : 'mine')}
      </Button>
      {accountId !== undefined && (
        <Button onClick={() => onSearch({ accountId: undefined })}>
          {t('one_account')}: {t('show_all')}
        </Button>
      )}
    </>
  );
}

function useClockColumns(): readonly Column<WireClock>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    () => [
      { id: 'due', header: t('due'), width: 110, cell: (row) => figures.day(row.dueOn) },
      {
        id: 'what',
        header: t('what'),
        width: 230,
        grow: 2,
        cell: (row) => (
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="min-w-0 truncate font-[600]">
              {row.title} <Detail clock={row} />
            </span>
            {row.hard && <Tag tone="stop">{t('hard')}</Tag>}
          </span>
        ),
      },
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 1.5,
        cell: (row) => (
          <span className="block truncate">
            {row.account?.name ?? row.company}{' '}
            <span className="text-sm text-ink-3">{row.account?.number}</span>
          </span>
        ),
      },
      {
        id: 'state',
        header: t('state'),
        width: 150,
        cell: (row) => <StandingTag clock={row} />,
      },
      {
        id: 'owner',
        header: t('owner'),
        width: 130,
        drop: 2,
        cell: (row) => <span className="block truncate">{row.owner?.name ?? t('nobody')}</span>,
      },
      {
        id: 'source',
        header: t('source'),
        width: 180,
        grow: 1,
        drop: 1,
        cell: (row) => (
          <span className="block truncate text-sm text-ink-2">{saidBy(row.source, t)}</span>
        ),
      },
    ],
    [t, figures],
  );
}

/** A law is cited as it is; what the company set itself is named in the reader's language. */
function saidBy(source: string, t: Say<typeof words>): string {
  return source.startsWith('policy: ') ? t('own_policy') : source;
}

function ClockNarrow({ clock }: { clock: WireClock }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        {clock.title} <Detail clock={clock} />
      </span>
      <span className="text-right">{figures.day(clock.dueOn)}</span>
      <span className="truncate text-sm text-ink-2">
        {clock.account?.name ?? clock.company} · {saidBy(clock.source, t)}
      </span>
      <span className="text-right">
        <StandingTag clock={clock} />
      </span>
    </span>
  );
}

/** Which one of its kind. */
function Detail({ clock: { detail } }: { clock: WireClock }) {
  return detail === null ? null : <span className="font-[400] text-ink-2">{detail}</span>;
}
