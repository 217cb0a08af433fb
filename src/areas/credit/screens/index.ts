/** What the screens of other areas may show of credit. */
export { CreditCard } from './CreditCard.tsx';
