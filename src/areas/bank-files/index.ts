/** What the server code of other areas may call. */
export { claimLines, releaseLines } from './actions/claim-lines.ts';
export { importBankFiles } from './answers/import-files.ts';
export { takeInAdvice } from './answers/take-in-advice.ts';
export type { LineRefusal } from './rules/refusal.ts';
export { proveBankFiles } from './actions/prove-bank-files.ts';
