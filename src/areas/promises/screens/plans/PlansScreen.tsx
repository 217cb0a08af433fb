/** Every payment plan of the book: broken and late ones first, then by the next instalment. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { plans, planStates, type WirePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { PlanNarrow, usePlanColumns } from './plan-columns.tsx';
import { PromiseTabs } from './PromiseTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePlan): string => row.planId;
const narrow = (row: WirePlan) => <PlanNarrow plan={row} />;
const over = ({ state }: WirePlan): boolean => state === 'completed' || state === 'cancelled';
const clear = { state: undefined, mine: undefined };

export function PlansScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(plans);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['plans', filter],
    fetchPage: (cursor, signal) => call(plans, { query: { ...filter, cursor }, signal }),
  });
  const place = `plans ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const columns = usePlanColumns(list.rows);
  const here = list.rows.find((row) => row.planId === at) ?? list.rows[0];
  const open = useCallback(
    ({ accountId, planId }: WirePlan) =>
      void navigate({ to: paths.plan, params: { accountId, planId } }),
    [navigate],
  );
  const mine = search.mine === 'true';
  return (
    <Page
      title={t('all_plans')}
      actions={
        <Button aria-pressed={mine} onClick={() => setSearch({ mine: mine ? undefined : 'true' })}>
          {t(mine ? 'everybodys' : 'mine')}
        </Button>
      }
    >
      <PromiseTabs />
      <StateChips on={search.state} counts={list.first?.states} onPick={setSearch} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} />
      ) : (
        <Grid
          label={t('all_plans')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.planId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          quiet={over}
          paging={list.paging}
          empty={
            <NoPlans
              filtered={mine || search.state !== undefined}
              onClear={() => setSearch(clear)}
            />
          }
        />
      )}
    </Page>
  );
}

function NoPlans({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useWords(words);
  if (!filtered) return <Empty title={t('no_plans')} why={t('no_plans_why')} />;
  return (
    <Empty title={t('none_fit')}>
      <Button onClick={onClear}>{t('show_all')}</Button>
    </Empty>
  );
}

type ChipsProps = {
  on: WirePlan['state'] | undefined;
  counts: readonly { state: WirePlan['state']; count: number }[] | undefined;
  onPick: (change: { state: WirePlan['state'] | undefined }) => void;
};

/** The plans by state, with how many there are of each. */
function StateChips({ on, counts, onPick }: ChipsProps) {
  const t = useWords(words);
  return (
    <div className="no-print mb-2.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      <Chips
        label={t('state_filter')}
        digits
        on={on}
        onPick={(state) => onPick({ state })}
        chips={planStates.map((state) => ({
          value: state,
          name: t(`state_${state}`),
          count: counts?.find((each) => each.state === state)?.count ?? 0,
        }))}
        all={counts?.reduce((sum, { count }) => sum + count, 0) ?? 0}
      />
    </div>
  );
}
