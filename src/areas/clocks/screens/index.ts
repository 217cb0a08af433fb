/** What the screens of other areas may show of deadlines. */
export { AccountClocks } from './AccountClocks.tsx';
