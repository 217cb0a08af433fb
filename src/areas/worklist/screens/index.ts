/** What the screens of other areas may show of the work. */
export { CoverBanner } from './CoverBanner.tsx';
export { DoneForm } from './DoneForm.tsx';
export { HeldBy } from './HeldBy.tsx';
export { useLock } from './lock.ts';
export { useReasonText } from './reasons.ts';
export { SnoozeForm } from './SnoozeForm.tsx';
export { WhyPanel } from './WhyPanel.tsx';
export { keptWalked } from './work-search.ts';
