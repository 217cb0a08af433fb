/** What the screens of other areas may show of papers on their way. */
export { PortalCard } from './portal/PortalCard.tsx';
