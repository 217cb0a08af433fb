/** What the area of statements says: runs, invoices on their way, portals. */
import type { Catalogue } from '#kernel/words.ts';
import { invoiceWords } from './words/invoices.ts';
import { portalWords } from './words/portal.ts';
import { runWords } from './words/runs.ts';

export const words = { ...runWords, ...invoiceWords, ...portalWords } satisfies Catalogue;
