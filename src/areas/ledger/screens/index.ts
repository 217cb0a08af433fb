/** What the screens of other areas may show of the ledger. */
export { chartWords } from './chart-words.ts';
export { sendApplication, sendRecovery, sendWriteOff } from './corrections.ts';
export { ItemPanel } from './ItemPanel.tsx';
export { ItemsGrid } from './ItemsGrid.tsx';
export { PeriodActions } from './PeriodActions.tsx';
export { WriteOffPolicyButton } from './WriteOffPolicy.tsx';
