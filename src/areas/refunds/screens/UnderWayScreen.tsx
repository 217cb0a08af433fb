/** Refunds on their way: who approved, what holds them, by which day the law wants them paid. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { refundList, refunds } from '#areas/refunds/contract/refunds.ts';
import type { WireRefund } from '#areas/refunds/contract/shapes.ts';
import { refundStates } from '#areas/refunds/rules/refund.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { refundColumns } from './columns.tsx';
import { RefundTabs } from './RefundTabs.tsx';
import { StateTag } from './StateTag.tsx';
import { words } from './words.ts';

const keyOf = (row: WireRefund): string => row.refundId;
const narrow = (row: WireRefund) => <RefundNarrow refund={row} />;
const shown = [
  'requested',
  'approved',
  'released',
  'paid',
  'returned',
  'stale',
  'cleared',
] as const;

export function UnderWayScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState({ query: refundList });
  const list = useQuery({
    queryKey: ['refunds', 'list', search],
    queryFn: ({ signal }) => call(refunds, { query: search, signal }),
  });
  const rows = useMemo(() => list.data?.rows ?? [], [list.data]);
  const [at, moveTo] = usePlace('refunds under way');
  const here = rows.find(({ refundId }) => refundId === at) ?? rows[0];
  const columns = useMemo(() => refundColumns(t, oneCurrency(rows)), [t, rows]);
  const open = useCallback(
    ({ accountId, refundId }: WireRefund) =>
      void navigate({ to: paths.refund, params: { accountId, refundId } }),
    [navigate],
  );
  const counts = new Map(list.data?.states.map(({ state, count }) => [state, count]));
  const state = shown.find((each) => each === search.state);
  return (
    <Page title={t('refunds')} sub={list.data && t('sub_refunds', { count: list.data.count })}>
      <RefundTabs />
      <FilterLine>
        <Chips
          label={t('states')}
          digits
          on={state}
          onPick={(next) => setSearch({ state: refundStates.find((each) => each === next) })}
          chips={shown.map((value) => ({
            value,
            name: t(`state_${value}`),
            count: counts.get(value) ?? 0,
          }))}
        />
      </FilterLine>
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('under_way')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.refundId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          empty={<Empty title={t('none_under_way')} why={t('none_under_way_why')} />}
        />
      )}
    </Page>
  );
}

function RefundNarrow({ refund }: { refund: WireRefund }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{refund.name}</span>
      <Amount value={refund.amount} currency={refund.currency} named strong />
      <span className="truncate text-sm text-ink-2">
        {t(`origin_${refund.origin}`)} · {t(`method_${refund.method}`)}
      </span>
      <span className="text-right">
        <StateTag refund={refund} />
      </span>
    </span>
  );
}
