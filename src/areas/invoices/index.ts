/** What other areas' server code may call of the invoices. */
export { type NewDocument, recordDocuments } from './store/documents.ts';
