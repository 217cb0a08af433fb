/** What the screens of other areas may show of promises. */
export { askable, askOf } from './ask.ts';
export { FamilyPromiseForm } from './FamilyPromiseForm.tsx';
export { PromiseCards } from './PromiseCards.tsx';
export { PromiseForm } from './PromiseForm.tsx';
export { PlanCards } from './plans/PlanCards.tsx';
export { PlanForm } from './plans/PlanForm.tsx';
export { SettlementCards } from './plans/SettlementCards.tsx';
export { SettlementForm } from './plans/SettlementForm.tsx';
