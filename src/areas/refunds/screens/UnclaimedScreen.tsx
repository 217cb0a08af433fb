/** Money that nobody asks for: its state, dormancy, letter and report; Enter hands one over. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  requestSurrender,
  unclaimed,
  type WireUnclaimed,
} from '#areas/refunds/contract/unclaimed.ts';
import { unclaimedStages } from '#areas/refunds/rules/dormant.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { RefundTabs } from './RefundTabs.tsx';
import { StageTag, unclaimedColumns } from './unclaimed-columns.tsx';
import { LettersForm, SurrenderForm } from './UnclaimedForms.tsx';
import { UnclaimedReports } from './UnclaimedReports.tsx';
import { words } from './words/unclaimed.ts';

const keyOf = (row: WireUnclaimed): string => row.creditId;
const narrow = (row: WireUnclaimed) => <UnclaimedNarrow row={row} />;
type Stage = (typeof unclaimedStages)[number];

export function UnclaimedScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [stage, setStage] = useState<Stage | undefined>();
  const [open, setOpen] = useState<WireUnclaimed | 'letters' | null>(null);
  const list = useQuery({
    queryKey: ['refunds', 'unclaimed'],
    queryFn: ({ signal }) => call(unclaimed, { query: {}, signal }),
  });
  const all = useMemo(() => list.data?.rows ?? [], [list.data]);
  const rows = useMemo(() => all.filter((row) => (stage ?? row.stage) === row.stage), [all, stage]);
  const [at, moveTo] = usePlace('refunds unclaimed');
  const here = rows.find(({ creditId }) => creditId === at) ?? rows[0];
  const due = all.filter((row) => row.stage === 'letter_due');
  const close = (): void => setOpen(null);
  return (
    <Page
      title={t('refunds')}
      sub={list.data && t('sub', { count: all.length })}
      actions={<Actions here={here} due={due.length} open={open} onOpen={setOpen} />}
    >
      <RefundTabs />
      <StageChips rows={all} on={stage} onPick={setStage} />
      {list.isPending && <GridBones rows={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && <List rows={rows} at={here} onMove={moveTo} onOpen={setOpen} />}
      {list.data !== undefined && <UnclaimedReports answer={list.data} />}
      {open === 'letters' && <LettersForm due={due} onClose={close} />}
      {open !== null && open !== 'letters' && <SurrenderForm row={open} onClose={close} />}
    </Page>
  );
}

type Opening = { onOpen: (what: WireUnclaimed | 'letters') => void };

function List({
  rows,
  at,
  onMove,
  onOpen,
}: Opening & {
  rows: readonly WireUnclaimed[];
  at: WireUnclaimed | undefined;
  onMove: (key: string) => void;
}) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()(requestSurrender.permission);
  const columns = useMemo(() => unclaimedColumns(t, figures), [t, figures]);
  return (
    <Grid
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      at={at?.creditId ?? null}
      onMove={onMove}
      onOpen={(row) => row.stage === 'dormant' && forbidden === undefined && onOpen(row)}
      narrow={narrow}
      empty={<Empty title={t('none')} why={t('none_why')} />}
    />
  );
}

type ActionProps = Opening & {
  here: WireUnclaimed | undefined;
  due: number;
  open: WireUnclaimed | 'letters' | null;
};

function Actions({ here, due, open, onOpen }: ActionProps) {
  const t = useWords(words);
  const forbidden = useMay()(requestSurrender.permission);
  const noLetter = forbidden ?? (due === 0 ? t('no_letters') : undefined);
  const notYet = forbidden ?? (here?.stage === 'dormant' ? undefined : t('not_yet'));
  const write = (): void => {
    if (noLetter === undefined) onOpen('letters');
  };
  const surrender = (): void => {
    if (here !== undefined && notYet === undefined) onOpen(here);
  };
  useKeys(
    open === null
      ? [
          { key: 'l', phrase: t('write'), run: write },
          { key: 'f', phrase: t('surrender'), run: surrender },
        ]
      : [],
  );
  return (
    <>
      <Button tone="main" keys="l" because={noLetter} onClick={write}>
        {t('write')}
      </Button>
      <Button keys="f" because={notYet} onClick={surrender}>
        {t('surrender')}
      </Button>
    </>
  );
}

type ChipsProps = {
  rows: readonly WireUnclaimed[];
  on: Stage | undefined;
  onPick: (stage: Stage | undefined) => void;
};

function StageChips({ rows, on, onPick }: ChipsProps) {
  const t = useWords(words);
  return (
    <FilterLine>
      <Chips
        label={t('stages')}
        digits
        on={on}
        onPick={onPick}
        all={rows.length}
        chips={unclaimedStages.map((value) => ({
          value,
          name: t(`stage_${value}`),
          count: rows.filter(({ stage }) => stage === value).length,
        }))}
      />
    </FilterLine>
  );
}

function UnclaimedNarrow({ row }: { row: WireUnclaimed }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.amount} currency={row.currency} named strong />
      <span className="truncate text-sm text-ink-2">
        {row.state} · {figures.day(row.dormantOn)}
      </span>
      <span className="text-right">
        <StageTag stage={row.stage} />
      </span>
    </span>
  );
}
