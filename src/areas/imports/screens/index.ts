/** What the screens of other areas may show of the imports. */
export { DataAge } from './DataAge.tsx';
