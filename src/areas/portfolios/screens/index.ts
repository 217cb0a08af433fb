/** What the screens around the portfolio may show of it. */
export { CampaignBanner } from './CampaignBanner.tsx';
export { ReassignDialog } from './ReassignDialog.tsx';
