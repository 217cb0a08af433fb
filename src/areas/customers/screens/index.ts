/** What the screens of other areas may show of an account. */
export { useAccount, useAccountChanged, useAccountsFound } from './account-data.ts';
export { BalanceFacts } from './BalanceFacts.tsx';
export { ContactCard, firstContact } from './ContactCard.tsx';
export { AccountTimeline } from './AccountTimeline.tsx';
export { Bridge } from './Bridge.tsx';
export { BucketStrip } from './BucketStrip.tsx';
export { HowTheyPay } from './HowTheyPay.tsx';
export { LastTouches } from './LastTouches.tsx';
export { NoteForm } from './NoteForm.tsx';
export { useActivityText, useTouchText } from './activity.ts';
export { Who } from './Who.tsx';
