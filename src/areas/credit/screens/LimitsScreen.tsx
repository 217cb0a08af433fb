/** Limits that want a look, with their customers: the way to review them one after the other. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  limitSorts,
  limitViews,
  watchedLimits,
  type WireWatchedLimit,
} from '#areas/credit/contract/limit-watch.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const grave: ReadonlySet<string> = new Set(['over', 'expired']);
const keyOf = (row: WireWatchedLimit): string =>
  row.family === null ? row.accountId : `family ${row.accountId}`;
const narrow = (row: WireWatchedLimit) => <NarrowRow row={row} />;

export function LimitsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(watchedLimits);
  const list = useQuery({
    queryKey: ['credit', 'limits', search],
    queryFn: ({ signal }) => call(watchedLimits, { query: search, signal }),
  });
  const [at, moveTo] = usePlace(`limits ${search.view}`);
  const columns = useColumns();
  const { sort, direction } = search;
  function onSort(by: string): void {
    const next = limitSorts.find((each) => each === by);
    if (next === undefined) return;
    const turned = sort === next && direction === 'desc' ? 'asc' : 'desc';
    setSearch({ sort: next, direction: turned });
  }
  return (
    <Page title={t('watch')} sub={list.data && t('watch_sub', { count: list.data.count })}>
      <div className="mb-2.5 flex flex-wrap items-center gap-2">
        <Picker
          label={t('view')}
          on={search.view}
          choices={limitViews.map((value) => ({ value, name: t(`watch_view_${value}`) }))}
          onPick={(view) => setSearch({ view })}
        />
      </div>
      {list.data?.cut && (
        <p role="status" className="mb-2.5 text-sm text-ink-2">
          {t('watch_cut')}
        </p>
      )}
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('watch')}
          columns={columns}
          rows={list.data.rows}
          rowKey={keyOf}
          at={at}
          onMove={moveTo}
          onOpen={({ accountId }) => void navigate({ to: paths.account, params: { accountId } })}
          narrow={narrow}
          sort={{ by: sort, direction, onSort }}
          empty={<Empty title={t('watch_none')} why={t('watch_none_why')} />}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<WireWatchedLimit>[] {
  const t = useWords(words);
  const say = useFigures();
  return useMemo((): readonly Column<WireWatchedLimit>[] => {
    const dayOf = (on: string | null): string => (on === null ? '' : say.day(on));
    const end = { width: 120, align: 'end' } as const;
    return [
      {
        id: 'name',
        header: t('account'),
        width: 180,
        grow: 3,
        sort: 'name',
        cell: (row) => <Whose row={row} />,
      },
      {
        id: 'why',
        header: t('watch_why'),
        width: 190,
        grow: 2,
        cell: (row) => <Findings row={row} />,
      },
      {
        id: 'used',
        header: t('watch_used'),
        width: 80,
        align: 'end',
        sort: 'used',
        cell: (row) => <Used row={row} />,
      },
      {
        id: 'exposure',
        header: t('exposure'),
        ...end,
        sort: 'exposure',
        drop: 2,
        cell: ({ exposure, currency }) =>
          exposure === null ? '—' : <Amount value={exposure} currency={currency} named />,
      },
      {
        id: 'limit',
        header: t('limit'),
        ...end,
        sort: 'limit',
        cell: ({ limit, currency }) => <Amount value={limit} currency={currency} named />,
      },
      {
        id: 'until',
        header: t('watch_until'),
        width: 110,
        sort: 'until',
        drop: 1,
        cell: ({ untilOn }) => dayOf(untilOn),
      },
      {
        id: 'review',
        header: t('watch_review'),
        width: 110,
        sort: 'review',
        drop: 1,
        cell: ({ reviewOn }) => dayOf(reviewOn),
      },
    ];
  }, [t, say]);
}

/** The account, or the family whose common limit it is. */
function Whose({ row: { name, family } }: { row: WireWatchedLimit }) {
  const t = useWords(words);
  if (family === null) return name;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{family}</span> <Tag tone="plain">{t('watch_family')}</Tag>
    </span>
  );
}

function Used({ row: { used } }: { row: WireWatchedLimit }) {
  const t = useWords(words);
  return used === null ? '—' : t('watch_percent', { used });
}

function Findings({ row: { findings } }: { row: WireWatchedLimit }) {
  const t = useWords(words);
  return (
    <span className="flex flex-wrap gap-1">
      {findings.map((finding) => (
        <Tag key={finding} tone={grave.has(finding) ? 'late' : 'warn'}>
          {t(`finding_${finding}`)}
        </Tag>
      ))}
    </span>
  );
}

function NarrowRow({ row }: { row: WireWatchedLimit }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        <Whose row={row} />
      </span>
      <Amount value={row.limit} currency={row.currency} named />
      <Findings row={row} />
      <span className="figures text-right">
        <Used row={row} />
      </span>
    </span>
  );
}
