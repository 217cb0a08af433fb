/** Variances over HTTP: found at each reading, so that what was put right is gone. */
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { readVariances } from '../answers/variances/variances.ts';
import * as contract from '../contract/variances.ts';
import { companyOf } from './closing.ts';

export const varianceRoutes: readonly Served[] = [
  serve(contract.variances, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const list = listName('variances', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const { companyId, code } = company.value;
    const { cause } = query;
    const { language } = session;
    const today = desk.clock.today();
    const found = await readVariances(desk.db, { companyId, cause, language, today });
    const rows = found.rows.slice(offset.value, offset.value + query.limit);
    const count = found.rows.length;
    const nextCursor = nextOffset(list, offset.value + rows.length, count);
    return accept({ company: code, rows, causes: found.causes, count, nextCursor });
  }),
];
