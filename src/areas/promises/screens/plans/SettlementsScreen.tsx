/** Every settlement of the book: the offers that stand first, by the day on which they end. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import {
  settlements,
  settlementStates,
  type WireSettlement,
} from '#areas/promises/contract/settlements.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { StateChips } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { ListGrid } from '#web/ui/grid/ListGrid.tsx';
import { wholeList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import { settlementTones } from './plan-tones.ts';
import { PromiseTabs } from './PromiseTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireSettlement): string => row.settlementId;
const narrow = (row: WireSettlement) => <Narrow settlement={row} />;
const over = ({ state }: WireSettlement): boolean => state !== 'asked' && state !== 'open';

export function SettlementsScreen() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(settlements);
  const known = useQuery({
    queryKey: ['settlements', search],
    queryFn: ({ signal }) => call(settlements, { query: search, signal }),
  });
  const columns = useColumns();
  const open = useCallback(
    ({ accountId }: WireSettlement) => void navigate({ to: paths.account, params: { accountId } }),
    [navigate],
  );
  return (
    <Page title={t('settlements')}>
      <PromiseTabs />
      <StateChips
        label={t('settle_filter')}
        states={settlementStates}
        nameOf={(state) => t(`settled_${state}`)}
        on={search.state}
        onPick={setSearch}
      />
      <ListGrid
        label={t('settlements')}
        list={wholeList(known)}
        place={`settlements ${search.state ?? ''}`}
        columns={columns}
        rowKey={keyOf}
        onOpen={open}
        narrow={narrow}
        quiet={over}
        empty={<Empty title={t('no_settlements')} why={t('no_settlements_why')} />}
      />
    </Page>
  );
}

function useColumns(): readonly Column<WireSettlement>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireSettlement>[] => [
      accountColumn(t('account')),
      {
        id: 'state',
        header: t('state'),
        width: 140,
        cell: (row) => <Tag tone={settlementTones[row.state]}>{t(`settled_${row.state}`)}</Tag>,
      },
      {
        id: 'balance',
        header: t('balance'),
        width: 134,
        align: 'end',
        drop: 1,
        cell: (row) => <Amount value={row.balance} currency={row.currency} named />,
      },
      {
        id: 'offer',
        header: t('offer_amount'),
        width: 134,
        align: 'end',
        cell: (row) => <Amount value={row.offer} currency={row.currency} named strong />,
      },
      {
        id: 'paid',
        header: t('paid'),
        width: 120,
        align: 'end',
        drop: 2,
        cell: (row) => <Amount value={row.paid} currency={row.currency} />,
      },
      { id: 'by', header: t('pay_by'), width: 120, cell: (row) => figures.day(row.payBy) },
    ],
    [t, figures],
  );
}

function Narrow({ settlement }: { settlement: WireSettlement }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{settlement.name}</span>
      <span className="text-right">
        <Amount value={settlement.offer} currency={settlement.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">
        {t('settled_by', { day: figures.day(settlement.payBy) })}
      </span>
      <span className="text-right">
        <Tag tone={settlementTones[settlement.state]}>{t(`settled_${settlement.state}`)}</Tag>
      </span>
    </span>
  );
}
