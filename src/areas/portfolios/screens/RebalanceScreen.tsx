/** Evening out who has how much, for one company at a time. */
import { portfolio } from '#areas/portfolios/contract.ts';
import { useAway } from '#areas/team/screens/index.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { usePortfolio } from './portfolio-data.ts';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { RebalanceWork } from './RebalanceWork.tsx';
import { words } from './words.ts';

export function RebalanceScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(portfolio);
  const found = usePortfolio(search.company);
  const away = useAway();
  const data = found.data;
  return (
    <Page title={t('rebalance')} sub={data && t('rebalance_sub', { company: data.company })}>
      <PortfolioTabs />
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {!found.isError && (data === undefined || away === undefined) && <Bones lines={8} />}
      {data !== undefined && away !== undefined && (
        <RebalanceWork
          key={data.company}
          company={data.company}
          people={data.people.flatMap(({ memberId, name }) =>
            memberId === null ? [] : [{ memberId, name: name ?? '' }],
          )}
          away={away}
        />
      )}
    </Page>
  );
}
