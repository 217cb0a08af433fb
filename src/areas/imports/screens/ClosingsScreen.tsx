/**
 * Items that vanished from a complete open-item file: closed already, and asked about. One or
 * many are answered at once.
 */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { closings, confirmClosings } from '#areas/imports/contract.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { ImportTabs } from './ImportTabs.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words/snapshot.ts';

type Closing = AnswerOf<typeof closings>['rows'][number];
type Answer = BodyOf<typeof confirmClosings>['answer'];

const answers = ['paid', 'credited', 'written_off', 'error'] as const satisfies readonly Answer[];

export function ClosingsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const list = useInfiniteQuery({
    queryKey: ['imports', 'closings'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(closings, { query: pageParam === '' ? {} : { cursor: pageParam }, signal }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const count = list.data?.pages[0]?.count ?? 0;
  return (
    <Page title={t('closed_at_source')} sub={rows && t('closings_sub', { count })}>
      <ImportTabs />
      {list.isPending && <Bones lines={10} gap={22} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty title={t('closings_none')} why={t('closings_none_why')} />}
      {rows !== undefined && rows.length > 0 && <Closings rows={rows} />}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function Closings({ rows }: { rows: readonly Closing[] }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = rows.filter(({ adjustmentId }) => chosen.has(adjustmentId));
  const send = useMutation({
    mutationFn: (answer: Answer) =>
      call(confirmClosings, {
        body: {
          closings: picked.map(({ accountId, adjustmentId }) => ({ accountId, adjustmentId })),
          answer,
        },
      }),
    onSuccess: ({ confirmed }) => {
      setChosen(new Set());
      say({ text: t('confirmed', { count: confirmed }) });
      void queries.invalidateQueries();
    },
  });
  const because = may('imports.confirm') ?? (picked.length === 0 ? t('choose_first') : undefined);
  const toggle = (name: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, name] : [...chosen].filter((each) => each !== name)));
  return (
    <div className="grid max-w-[960px] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <CheckField
          label={t('choose_all')}
          checked={picked.length === rows.length}
          onChange={(event) =>
            setChosen(new Set(event.target.checked ? rows.map((row) => row.adjustmentId) : []))
          }
        />
        {answers.map((answer) => (
          <Button
            key={answer}
            because={because}
            busy={send.isPending}
            onClick={() => send.mutate(answer)}
          >
            {t(`answer_${answer}`)}
          </Button>
        ))}
      </div>
      <RefusalNote error={send.error} words={areaWords} />
      <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
        {rows.map((row) => (
          <ClosingRow
            key={row.adjustmentId}
            row={row}
            on={chosen.has(row.adjustmentId)}
            onToggle={(on) => toggle(row.adjustmentId, on)}
          />
        ))}
      </ul>
    </div>
  );
}

type RowProps = { row: Closing; on: boolean; onToggle: (on: boolean) => void };

function ClosingRow({ row, on, onToggle }: RowProps) {
  const t = useWords(words);
  const figures = useFigures();
  const facts = {
    due: figures.day(row.dueOn),
    source: row.source,
    closed: figures.day(row.closedOn),
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 px-4 py-1.5">
      <CheckField
        label={<b className="font-[600]">{row.number}</b>}
        checked={on}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <Link to={paths.account} params={{ accountId: row.accountId }} className="link">
        {row.name}
      </Link>
      <span className="flex-1 text-sm text-ink-2">{t('closing_line', facts)}</span>
      <Amount value={row.amount} currency={row.currency} strong />
    </li>
  );
}
