/** The CFO's page: seven figures for a phone, seconds old, each down to its rows. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Failed } from '#web/ui/states.tsx';
import { boardDashboard } from '../contract.ts';
import { CashChart } from './CashChart.tsx';
import { CurrencyPicker } from './CurrencyPicker.tsx';
import { DashboardBones } from './DashboardBones.tsx';
import { Freshness } from './Freshness.tsx';
import { Strip } from './Strip.tsx';
import { useDashboard } from './useDashboard.ts';
import { words } from './words.ts';

export function CfoScreen() {
  const t = useWords(words);
  const why = useWhy();
  const mayTeam = useMay()('dashboards.team') === undefined;
  const [search, setSearch] = useSearchState(boardDashboard);
  const { data, isError, error, refetch } = useDashboard(boardDashboard, search);
  return (
    <Page
      title={t('cfo')}
      sub={data && <Freshness answer={data} />}
      actions={
        <>
          {data && <CurrencyPicker answer={data} onPick={(currency) => setSearch({ currency })} />}
          {mayTeam && (
            <Link to={paths.dashboard} className={linkLook}>
              {t('to_team')}
            </Link>
          )}
        </>
      }
    >
      {isError && data === undefined && <Failed why={why(error)} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <DashboardBones />}
      {data !== undefined && (
        <div className="grid max-w-[680px] min-w-0 items-start gap-x-8 gap-y-5 lg:max-w-none lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <Strip
            tiles={data.tiles}
            looked={{ company: search.company, currency: data.currency }}
            layout="list"
          />
          <CashChart weeks={data.weeks} currency={data.currency} height={340} />
        </div>
      )}
    </Page>
  );
}
