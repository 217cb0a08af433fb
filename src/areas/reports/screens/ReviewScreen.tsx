/** What crossed into a later bucket since the reader's last look; each crossing gets an answer. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { agingReview } from '#areas/reports/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { AgingTabs } from './AgingTabs.tsx';
import { Coverage } from './Coverage.tsx';
import { CrossingNarrow } from './CrossingNarrow.tsx';
import { type Crossing, useCrossingColumns } from './crossing-columns.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { words } from './words.ts';

const keyOf = (row: Crossing): string => row.itemId;
const narrow = (row: Crossing) => <CrossingNarrow row={row} />;
const answered = (row: Crossing): boolean => row.answer !== null;
const nothing: ReadonlySet<string> = new Set();

export function ReviewScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const navigate = useNavigate();
  const [{ company }] = useSearchState(agingReview);
  const list = useList({
    key: ['aging', 'review', company ?? ''],
    fetchPage: (cursor, signal) => call(agingReview, { query: { company, cursor }, signal }),
  });
  const [at, moveTo] = usePlace('review');
  useKeptScroll('review', !list.loading);
  const [marked, setMarked] = useState(nothing);
  const here =
    list.rows.find((row) => row.itemId === at) ??
    list.rows.find((row) => row.answer === null) ??
    list.rows[0];
  const columns = useCrossingColumns(list.rows, marked);
  const mark = useCallback(
    ({ itemId }: Crossing) => setMarked((before) => turnedIn(before, itemId)),
    [],
  );
  const open = useCallback(
    ({ accountId, itemId }: Crossing) =>
      void navigate({ to: paths.account, params: { accountId }, search: { item: itemId } }),
    [navigate],
  );
  const chosen = useMemo(() => {
    const several = list.rows.filter((row) => marked.has(row.itemId));
    return several.length > 0 || here === undefined ? several : [here];
  }, [list.rows, marked, here]);
  const moveOn = (): void => {
    setMarked(nothing);
    const next = list.rows.find((row) => row.answer === null && !chosen.includes(row));
    if (next !== undefined) moveTo(next.itemId);
  };

  return (
    <Page
      title={t('aging')}
      sub={list.first && t('crossed_since', { day: figures.day(list.first.since) })}
      actions={<ReviewActions chosen={chosen} onAnswered={moveOn} />}
    >
      <AgingTabs />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} />
      ) : (
        <>
          {list.first !== undefined && <Coverage {...list.first} />}
          <Grid
            label={t('review')}
            columns={columns}
            rows={list.rows}
            rowKey={keyOf}
            at={here?.itemId ?? null}
            onMove={moveTo}
            onOpen={open}
            onMark={mark}
            narrow={narrow}
            quiet={answered}
            paging={list.paging}
            empty={<Empty title={t('review_done')} why={t('review_done_why')} />}
          />
        </>
      )}
    </Page>
  );
}

function turnedIn(before: ReadonlySet<string>, itemId: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(itemId)) next.add(itemId);
  return next;
}
