/** Says whose book counts and how it is told; what was told before stays told. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type NamedBook, insertBook, lockBook } from '../../store/book-of-record/book.ts';

export async function nameBookOfRecord(
  context: Context,
  { companyId, book }: { readonly companyId: Id; readonly book: NamedBook },
): Promise<Outcome<{ system: NamedBook['system'] }, never>> {
  await lockBook(context.tx, companyId);
  await insertBook(context, companyId, book);
  const { system, since } = book;
  context.did({ what: 'book of record', id: companyId, facts: { system, since } });
  return accept({ system });
}
