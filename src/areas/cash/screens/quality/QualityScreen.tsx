/** The scoreboard of matching: right, untouched and wrong, side by side, by source and month. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { scoreboard } from '#areas/cash/contract/quality.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { PolicyPanel } from './PolicyPanel.tsx';
import { words } from './words.ts';

type Row = AnswerOf<typeof scoreboard>['rows'][number];
const keyOf = (row: Row): string => `${row.month} ${row.source}`;
const narrow = (row: Row) => <NarrowRow row={row} />;

export function QualityScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(scoreboard);
  const scores = useQuery({
    queryKey: ['cash', 'scoreboard', search],
    queryFn: ({ signal }) => call(scoreboard, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('cash quality');
  const columns = useScoreColumns();
  const rows = scores.data?.rows ?? [];
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      aside={<PolicyPanel company={search.company} />}
      asideLabel={t('policy')}
      folds
    >
      <CashTabs />
      {scores.isPending && <GridBones rows={6} />}
      {scores.isError && <Failed why={why(scores.error)} onRetry={() => void scores.refetch()} />}
      {scores.data !== undefined && (
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at}
          onMove={moveTo}
          narrow={narrow}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
    </Page>
  );
}

function useScoreColumns(): readonly Column<Row>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<Row>[] => [
      { id: 'month', header: t('month'), width: 90, cell: (row) => figures.month(row.month) },
      { id: 'source', header: t('source'), width: 110, grow: 1, cell: (row) => sourceName(row, t) },
      {
        id: 'receipts',
        header: t('receipts'),
        width: 90,
        align: 'end',
        cell: (row) => <span className="figures">{figures.number(row.receipts)}</span>,
      },
      {
        id: 'touchless',
        header: t('touchless'),
        width: 130,
        align: 'end',
        cell: (row) => <Rate part={row.touchless} whole={row.receipts} />,
      },
      {
        id: 'hits',
        header: t('hits'),
        width: 130,
        align: 'end',
        cell: (row) => <Rate part={row.hits} whole={row.lines} />,
      },
      {
        id: 'wrong',
        header: t('wrong'),
        width: 130,
        align: 'end',
        cell: (row) => <Rate part={row.wrong} whole={row.engineLines} bad />,
      },
    ],
    [t, figures],
  );
}

const sources = ['keyboard', 'paste', 'bank', 'lockbox', 'card', 'portal'] as const;

function sourceName({ source }: Row, t: ReturnType<typeof useWords<typeof words>>): string {
  const known = sources.find((each) => each === source);
  return known === undefined ? source : t(known);
}

/** A share in tenths of a percent, with the figures behind it in the title. */
function Rate({ part, whole, bad = false }: { part: number; whole: number; bad?: boolean }) {
  const t = useWords(words);
  const figures = useFigures();
  if (whole === 0) return <span className="text-ink-3">—</span>;
  const tenths = Math.round((part * 1000) / whole);
  const text = `${figures.number(Math.floor(tenths / 10))}.${tenths % 10}\u00a0%`;
  return (
    <span
      className={`figures ${bad && part > 0 ? 'text-late' : ''}`}
      title={t('of', { part, whole })}
    >
      {text}
    </span>
  );
}

function NarrowRow({ row }: { row: Row }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="flex justify-between gap-3">
      <span>
        {figures.month(row.month)} · {sourceName(row, t)}
      </span>
      <span className="grid grid-cols-[auto_auto] gap-x-2 text-right">
        <span className="text-sm text-ink-2">{t('touchless')}</span>
        <Rate part={row.touchless} whole={row.receipts} />
        <span className="text-sm text-ink-2">{t('wrong')}</span>
        <Rate part={row.wrong} whole={row.engineLines} bad />
      </span>
    </span>
  );
}
