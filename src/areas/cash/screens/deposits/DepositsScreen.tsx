/** Deposits of checks: the list, what is in hand, a new one; each opens beside the list. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Deposits, deposits, type WireDeposit } from '#areas/cash/contract/deposits.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { ChannelForm } from './ChannelForm.tsx';
import { DepositSheet } from './DepositSheet.tsx';
import { OpenDepositForm } from './OpenDepositForm.tsx';
import { words } from './words.ts';

const tones: Readonly<Record<WireDeposit['state'], Tone>> = {
  open: 'warn',
  closed: 'plain',
  sent: 'plain',
  accepted: 'good',
  rejected: 'late',
  shredded: 'plain',
};
const keyOf = (row: WireDeposit): string => row.depositId;
const narrow = (row: WireDeposit) => <DepositNarrow row={row} />;
const gone = (row: WireDeposit): boolean => row.state === 'shredded';

export function DepositsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(deposits);
  const { company, limit } = search;
  const read = useQuery<Deposits>({
    queryKey: ['cash-deposits', company],
    queryFn: ({ signal }) => call(deposits, { query: { company, limit }, signal }),
  });
  const [at, setAt] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [channel, setChannel] = useState(false);
  const columns = useColumns();
  const list = read.data;
  const may = useMay()('cash.deposit');
  const because = may ?? (list?.banks.length === 0 ? t('no_bank') : undefined);
  const setUp = useMay()('ledger.close_periods');
  const channelOff = setUp ?? (list?.banks.length === 0 ? t('no_bank') : undefined);
  const shown = list?.rows.find((row) => row.depositId === search.deposit);
  useKeys(
    because === undefined ? [{ key: 'n', phrase: t('new'), run: () => setAsking(true) }] : [],
  );
  return (
    <Page
      title={t('title')}
      sub={list && t('in_hand', { count: list.inHand.length })}
      actions={
        <Actions
          channelOff={channelOff}
          because={because}
          onChannel={() => setChannel(true)}
          onNew={() => setAsking(true)}
        />
      }
    >
      <CashTabs />
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {list && (
        <Grid
          label={t('title')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={at ?? list.rows[0]?.depositId ?? null}
          onMove={setAt}
          onOpen={(row) => setSearch({ deposit: row.depositId })}
          narrow={narrow}
          quiet={gone}
          active={!asking && !channel && shown === undefined}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {channel && list && <ChannelForm list={list} onClose={() => setChannel(false)} />}
      {asking && list && (
        <OpenDepositForm
          list={list}
          onDone={(depositId) => {
            setAsking(false);
            setSearch({ deposit: depositId });
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {shown && list && (
        <DepositSheet row={shown} list={list} onClose={() => setSearch({ deposit: undefined })} />
      )}
    </Page>
  );
}

type ActionsProps = {
  channelOff: string | undefined;
  because: string | undefined;
  onChannel: () => void;
  onNew: () => void;
};

function Actions({ channelOff, because, onChannel, onNew }: ActionsProps) {
  const t = useWords(words);
  return (
    <>
      <Button because={channelOff} onClick={onChannel}>
        {t('channel')}
      </Button>
      <Button tone="main" keys="n" because={because} onClick={onNew}>
        {t('new')}
      </Button>
    </>
  );
}

function useColumns(): readonly Column<WireDeposit>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireDeposit>[] => [
      { id: 'day', header: t('day'), width: 90, cell: (row) => figures.day(row.depositedOn) },
      {
        id: 'bank',
        header: t('bank'),
        width: 150,
        grow: 1,
        cell: (row) => <span className="block truncate font-[550]">{row.bank}</span>,
      },
      {
        id: 'counted',
        header: t('counted'),
        width: 190,
        align: 'end',
        cell: (row) => <Counted count={row.control} currency={row.currency} />,
      },
      {
        id: 'keyed',
        header: t('keyed'),
        width: 190,
        align: 'end',
        drop: 2,
        cell: (row) => <Counted count={row.keyed} currency={row.currency} />,
      },
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
    ],
    [t, figures],
  );
}

function Counted({ count, currency }: { count: WireDeposit['control']; currency: string }) {
  const t = useWords(words);
  return (
    <span>
      <span className="pr-2 text-sm text-ink-3">{t('of_count', { count: count.count })}</span>
      <Amount value={count.amount} currency={currency} strong />
    </span>
  );
}

function DepositNarrow({ row }: { row: WireDeposit }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.bank}</span>
      <Amount value={row.control.amount} currency={row.currency} strong named />
      <span className="text-sm text-ink-2">{figures.day(row.depositedOn)}</span>
      <span className="text-right">
        <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>
      </span>
    </span>
  );
}
