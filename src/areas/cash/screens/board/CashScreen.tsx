/** The cash desk: receipts that wait, the board of the one that one is on, its evidence. */
import { useState } from 'react';
import { receipts } from '#areas/cash/contract/board.ts';
import type { WireReceipt } from '#areas/cash/contract/receipts.ts';
import type { Band } from '#areas/cash/rules/receipts/receipt.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { type BoardScope, useBoardOf, useMatching, useQueue } from './board-data.ts';
import { BoardPane } from './BoardPane.tsx';
import { Evidence } from './Evidence.tsx';
import { Queue } from './Queue.tsx';
import { Requests } from './Requests.tsx';
import { bandWords, words } from './words.ts';

const views = ['waiting', 'posted', 'all'] as const;
const own: BoardScope = { account: undefined, scope: 'account' };

export function CashScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(receipts);
  const { cursor: _, ...query } = search;
  const list = useQueue(query);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const [at, moveTo] = usePlace(`cash ${JSON.stringify(query)}`);
  const here = rows.find((row) => row.receiptId === at) ?? rows[0];
  const [scopes, setScopes] = useState<Readonly<Record<string, BoardScope>>>({});
  const scope = scopes[here?.receiptId ?? ''] ?? own;
  const board = useBoardOf(here?.receiptId, scope);
  const change = (next: Partial<BoardScope>): void =>
    setScopes({ ...scopes, [here?.receiptId ?? '']: { ...scope, ...next } });
  const count = list.data?.pages[0]?.count ?? 0;
  const paging = {
    count,
    hasMore: list.hasNextPage,
    loading: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
  };
  return (
    <Page
      title={t('title')}
      sub={list.data && t('sub', { count })}
      actions={
        <Actions
          company={search.company}
          view={search.view}
          onView={(view) => setSearch({ view })}
        />
      }
      {...(board.data === undefined
        ? {}
        : { aside: <Evidence data={board.data} />, asideLabel: t('evidence'), folds: true })}
    >
      <CashTabs />
      <BandChips list={list} on={search.band} onPick={(band) => setSearch({ band })} />
      <Requests company={search.company} />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <div className="mt-3 grid items-start gap-5 xl:grid-cols-[minmax(320px,2fr)_minmax(0,3fr)]">
          <Queue rows={rows} at={here?.receiptId ?? null} onMove={moveTo} active paging={paging} />
          <Middle
            here={here}
            board={board}
            family={scope.scope === 'family'}
            onAccount={(account) => change({ account })}
            onFamily={() => change({ scope: scope.scope === 'family' ? 'account' : 'family' })}
          />
        </div>
      )}
    </Page>
  );
}

type MiddleProps = {
  here: WireReceipt | undefined;
  board: ReturnType<typeof useBoardOf>;
  family: boolean;
  onAccount: (accountId: string) => void;
  onFamily: () => void;
};

function Middle({ here, board, family, onAccount, onFamily }: MiddleProps) {
  const why = useWhy();
  if (here === undefined) return null;
  if (board.isError) {
    return <Failed why={why(board.error)} onRetry={() => void board.refetch()} />;
  }
  if (board.data === undefined) return <Bones lines={6} />;
  const { receipt } = board.data;
  return (
    <BoardPane
      // Another receipt, and one that changed its state, begin anew.
      key={`${receipt.receiptId} ${receipt.state}`}
      data={board.data}
      family={family}
      onAccount={onAccount}
      onFamily={onFamily}
      onPosted={() => undefined}
    />
  );
}

type ActionProps = {
  company: string | undefined;
  view: (typeof views)[number];
  onView: (view: (typeof views)[number]) => void;
};

function Actions({ company, view, onView }: ActionProps) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const matching = useMatching(company);
  return (
    <>
      <Picker
        label={t('view')}
        on={view}
        choices={views.map((value) => ({ value, name: t(`view_${value}`) }))}
        onPick={onView}
      />
      <Button because={forbidden} busy={matching.isPending} onClick={() => matching.mutate()}>
        {t('match')}
      </Button>
    </>
  );
}

type ChipProps = {
  list: ReturnType<typeof useQueue>;
  on: Band | undefined;
  onPick: (band: Band | undefined) => void;
};

function BandChips({ list, on, onPick }: ChipProps) {
  const t = useWords(words);
  const language = useLanguage();
  const counted = list.data?.pages[0]?.bands ?? [];
  const chips = (['show', 'hide'] as const).map((value) => ({
    value,
    name: bandWords[value][language],
    count: counted.reduce((sum, each) => (each.band === value ? sum + each.count : sum), 0),
  }));
  return <Chips label={t('bands')} chips={chips} on={on} onPick={onPick} />;
}
