/** The book of record over HTTP: named, told by files, answered line by line. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { acknowledgePostingFile } from '../actions/book-of-record/acknowledge-file.ts';
import { makePostingFile } from '../actions/book-of-record/make-file.ts';
import { nameBookOfRecord } from '../actions/book-of-record/name-book.ts';
import { readBook, readPostingFile } from '../answers/book-of-record/book.ts';
import * as contract from '../contract/book-of-record.ts';
import { fileContent } from '../store/book-of-record/files.ts';
import { companyOf } from './closing.ts';

export const bookOfRecordRoutes: readonly Served[] = [
  serve(contract.bookOfRecord, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { language } = session;
    return accept(await readBook(desk.db, company.value, { limit: query.limit, language }));
  }),
  serve(contract.nameBookOfRecord, ({ body, desk, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const since = body.since === undefined ? desk.clock.today() : day(body.since);
    const wish = { companyId: company.value.companyId, book: { ...body.book, since } };
    return perform('cash.name_book_of_record', body.reason, (context) =>
      nameBookOfRecord(context, wish),
    );
  }),
  serve(contract.makePostingFile, ({ body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    return perform('cash.make_posting_file', 'the other book is told', (context) =>
      makePostingFile(context, company.value),
    );
  }),
  serve(contract.postingFile, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const which = { companyId: company.value.companyId, fileId: id(params.fileId) };
    const file = await readPostingFile(desk.db, which, session.language);
    return file ? accept(file) : refuse('cash.no_such_posting_file');
  }),
  serveFile(contract.postingFileContent, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const which = { companyId: company.value.companyId, fileId: id(params.fileId) };
    const file = await fileContent(desk.db, which);
    if (!file) return refuse('cash.no_such_posting_file');
    const type = file.fileName.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'text/plain';
    return accept({ name: file.fileName, type, body: new TextEncoder().encode(file.content) });
  }),
  serve(contract.acknowledgePostingFile, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { answers, restAccepted } = body;
    const { companyId } = company.value;
    const wish = { companyId, fileId: id(params.fileId), answers, restAccepted };
    return perform('cash.acknowledge_posting_file', 'the other book answered', (context) =>
      acknowledgePostingFile(context, wish),
    );
  }),
];
