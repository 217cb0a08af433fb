/** What the screens of other areas may show of the gate. */
export { ComplianceCard } from './ComplianceCard.tsx';
export { ContactWhy } from './ContactWhy.tsx';
export { MayContact } from './MayContact.tsx';
