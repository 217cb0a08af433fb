/** What other areas' server code may call of the invoices. */
export { recordDocuments } from './store/documents.ts';
