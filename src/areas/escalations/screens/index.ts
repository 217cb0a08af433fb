/** What the screens of other areas may show of escalations. */
export { AccountEscalations } from './AccountEscalations.tsx';
export { EscalateForm } from './EscalateForm.tsx';
export { ActionPlanCard } from './plans/ActionPlanCard.tsx';
