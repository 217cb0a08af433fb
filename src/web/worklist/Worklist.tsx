/** My day with the campaigns above it: the list itself knows nothing of whose idea its work is. */
import { CampaignBanner } from '#areas/portfolios/screens/index.ts';
import { WorklistScreen } from '#areas/worklist/screens/WorklistScreen.tsx';

export function Worklist() {
  return <WorklistScreen head={<CampaignBanner />} />;
}
