/** Every account with a plan of action: who owns it, its next step and day, and how it stands. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  actionPlanList,
  actionPlans,
  exportActionPlans,
  type WireActionPlan,
} from '#areas/escalations/contract/action-plans.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { EscalationTabs } from '../EscalationTabs.tsx';
import { PlanNarrow, usePlanColumns } from './plan-columns.tsx';
import { words } from './words.ts';

const keyOf = (row: WireActionPlan): string => row.planId;
const narrow = (row: WireActionPlan) => <PlanNarrow plan={row} />;
const views = ['open', 'mine', 'ended'] as const;
const searches = {
  open: { state: 'open', mine: 'false' },
  mine: { state: 'open', mine: 'true' },
  ended: { state: 'ended', mine: 'false' },
} as const;

export function ActionPlansScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(actionPlanList);
  const list = useQuery({
    queryKey: ['escalations', 'action-plans', search],
    queryFn: ({ signal }) => call(actionPlans, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`action plans ${search.state} ${search.mine}`);
  const here = rows.find((row) => row.planId === at) ?? rows[0];
  const columns = usePlanColumns();
  const open = ({ accountId }: WireActionPlan): void =>
    void navigate({ to: paths.account, params: { accountId }, search: {} });
  return (
    <Page
      title={t('list')}
      sub={list.data && t(list.data.cut ? 'list_cut' : 'list_sub', { count: rows.length })}
      actions={
        <>
          <a className="link text-sm" href={hrefOf(exportActionPlans, { query: search })} download>
            {t('csv')}
          </a>
          <Picker
            label={t('which')}
            on={search.state === 'ended' ? 'ended' : search.mine === 'true' ? 'mine' : 'open'}
            choices={views.map((value) => ({ value, name: t(`which_${value}`) }))}
            onPick={(view) => setSearch(searches[view])}
          />
        </>
      }
    >
      <EscalationTabs />
      {list.isPending && <GridBones rows={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('list')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.planId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          empty={<Empty title={t('list_none')} why={t('list_none_why')} />}
        />
      )}
    </Page>
  );
}
