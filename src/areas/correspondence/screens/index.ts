/** What the screens of other areas may show of the correspondence. */
export { EmailForm } from './messages/EmailForm.tsx';
export { TextForm } from './texts/TextForm.tsx';
export { Bounced } from './messages/Bounced.tsx';
export { Messages } from './messages/Messages.tsx';
export { SendCopyForm } from './copies/SendCopyForm.tsx';
export { PaperTabs } from './letters/PaperTabs.tsx';
export { CallPage } from './calls/CallPage.tsx';
export { AccountClaims } from './calls/Claims.tsx';
export { InboundPage } from './calls/InboundPage.tsx';
