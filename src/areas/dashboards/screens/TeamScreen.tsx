/** The manager's dashboard: the desk at a glance, live, and every figure down to its rows. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Failed } from '#web/ui/states.tsx';
import { teamDashboard } from '../contract.ts';
import { CoveragePanel } from './CoveragePanel.tsx';
import { CurrencyPicker } from './CurrencyPicker.tsx';
import { DashboardBones } from './DashboardBones.tsx';
import { Freshness } from './Freshness.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { RiskPanel } from './RiskPanel.tsx';
import { Strip } from './Strip.tsx';
import { TrendPanels } from './TrendPanels.tsx';
import { useDashboard } from './useDashboard.ts';
import { words } from './words.ts';

export function TeamScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(teamDashboard);
  const { data, isError, error, refetch } = useDashboard(teamDashboard, search);
  const looked = data && { company: search.company, currency: data.currency };
  return (
    <Page
      title={t('team')}
      sub={data && <Freshness answer={data} />}
      actions={
        <>
          {data && <CurrencyPicker answer={data} onPick={(currency) => setSearch({ currency })} />}
          <Link to={paths.cfo} className={linkLook}>
            {t('to_cfo')}
          </Link>
        </>
      }
    >
      {isError && data === undefined && <Failed why={why(error)} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <DashboardBones />}
      {data !== undefined && looked !== undefined && (
        <div className="grid min-w-0 gap-6">
          <Strip tiles={data.tiles} looked={looked} layout="strip" />
          <TrendPanels answer={data} looked={looked} />
          <PeoplePanel people={data.people} currency={data.currency} monthFrom={data.monthFrom} />
          <CoveragePanel answer={data} looked={looked} />
          <RiskPanel answer={data} looked={looked} />
        </div>
      )}
    </Page>
  );
}
