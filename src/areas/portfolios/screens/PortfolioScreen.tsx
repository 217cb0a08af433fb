/** Who has how much: a line a collector, the queue of nobody, and the acts that moved accounts. */
import { useState } from 'react';
import { portfolio, type WirePortfolio } from '#areas/portfolios/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { useNarrow } from '#web/ui/media.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { ActsList } from './ActsList.tsx';
import { PeopleCards } from './PeopleCards.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { usePortfolio } from './portfolio-data.ts';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { UnassignedPanel } from './UnassignedPanel.tsx';
import { words } from './words.ts';

export function PortfolioScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(portfolio);
  const found = usePortfolio(search.company);
  const [queue, setQueue] = useState(false);
  const data = found.data;
  const waiting = data === undefined ? 0 : ofNobody(data);
  return (
    <Page
      title={t('portfolio')}
      sub={data && t('portfolio_sub', { company: data.company, count: collectors(data) })}
      actions={
        data !== undefined && (
          <Button tone={waiting > 0 ? 'main' : 'plain'} onClick={() => setQueue(true)}>
            {t('unassigned_count', { count: waiting })}
          </Button>
        )
      }
    >
      <PortfolioTabs />
      {found.isPending && <Bones lines={8} gap={16} />}
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {data !== undefined && (
        <>
          <People portfolio={data} />
          <ActsList acts={data.acts} />
        </>
      )}
      {queue && data !== undefined && (
        <UnassignedPanel portfolio={data} count={waiting} onClose={() => setQueue(false)} />
      )}
    </Page>
  );
}

function People({ portfolio: data }: { portfolio: WirePortfolio }) {
  const narrow = useNarrow();
  return narrow ? <PeopleCards portfolio={data} /> : <PeopleTable portfolio={data} />;
}

/** Accounts that nobody has. */
function ofNobody({ people }: WirePortfolio): number {
  return people.find(({ memberId }) => memberId === null)?.accounts ?? 0;
}

/** Lines of the table that are somebody's. */
function collectors({ people }: WirePortfolio): number {
  return people.filter(({ memberId }) => memberId !== null).length;
}
