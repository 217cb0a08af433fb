/** Campaigns with what they bring in; who manages the portfolio starts, changes and ends them. */
import { useState } from 'react';
import { campaigns } from '#areas/portfolios/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { useCampaigns } from './campaign-data.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { StartCampaign } from './StartCampaign.tsx';
import { words } from './words.ts';

export function CampaignsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('portfolio.manage');
  const [search] = useSearchState(campaigns);
  const list = useCampaigns(search);
  const [starting, setStarting] = useState(false);
  const rows = list.data?.rows;
  return (
    <Page
      title={t('campaigns')}
      sub={rows && t('campaigns_running', { count: rows.filter((row) => row.running).length })}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setStarting(true)}>
          {t('campaign_start')}
        </Button>
      }
    >
      <PortfolioTabs />
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty title={t('campaigns_none')} why={t('campaigns_none_why')} />}
      <ul className="grid max-w-[1100px] gap-3">
        {rows?.map((row) => (
          <CampaignCard key={row.campaignId} campaign={row} />
        ))}
      </ul>
      {starting && <StartCampaign company={search.company} onClose={() => setStarting(false)} />}
    </Page>
  );
}
