/** What other areas' server code may call of the invoices. */
export { type PaperContent, familyTotals, statementPapers } from './answers/statement-paper.ts';
export { readStatement, statementPdf } from './answers/statement.ts';
export { type Sheet, sheetsOf } from './store/sheets.ts';
export { recordDocuments } from './store/documents.ts';
