/** Every payment plan of the book: broken and late ones first, then by the next instalment. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { plans, planStates, type WirePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { StateChips } from '#web/ui/Chips.tsx';
import { ListGrid } from '#web/ui/grid/ListGrid.tsx';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty } from '#web/ui/states.tsx';
import { PlanNarrow, usePlanColumns } from './plan-columns.tsx';
import { PromiseTabs } from './PromiseTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePlan): string => row.planId;
const narrow = (row: WirePlan) => <PlanNarrow plan={row} />;
const over = ({ state }: WirePlan): boolean => state === 'completed' || state === 'cancelled';
const clear = { state: undefined, mine: undefined };

export function PlansScreen() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(plans);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['plans', filter],
    fetchPage: (cursor, signal) => call(plans, { query: { ...filter, cursor }, signal }),
  });
  const columns = usePlanColumns(list.rows);
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
      <StateChips
        label={t('state_filter')}
        states={planStates}
        nameOf={(state) => t(`state_${state}`)}
        on={search.state}
        onPick={setSearch}
        counts={list.first?.states}
      />
      <ListGrid
        label={t('all_plans')}
        list={list}
        place={`plans ${JSON.stringify(filter)}`}
        columns={columns}
        rowKey={keyOf}
        onOpen={open}
        narrow={narrow}
        quiet={over}
        empty={
          <NoPlans filtered={mine || search.state !== undefined} onClear={() => setSearch(clear)} />
        }
      />
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
