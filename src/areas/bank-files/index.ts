/** What the server code of other areas may call. */
export { releaseLines, useLines, type UsedLine } from './actions/use-lines.ts';
export { type ImportHow, importBankFiles } from './answers/import-files.ts';
export type { LineRefusal } from './rules/refusal.ts';
