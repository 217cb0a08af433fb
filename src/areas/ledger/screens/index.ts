/** What the screens of other areas may show of the ledger. */
export { applyCredit, requestWriteOff } from '../contract.ts';
export { chartWords } from './chart-words.ts';
export { ItemPanel } from './ItemPanel.tsx';
export { ItemsGrid } from './ItemsGrid.tsx';
export { PeriodActions } from './PeriodActions.tsx';
