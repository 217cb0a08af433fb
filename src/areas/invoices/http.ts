/** Statements of account over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import { type Period, readStatement, statementPdf } from './answers/statement.ts';

export const invoiceRoutes: readonly Served[] = [
  serve(contract.statement, ({ params, query, desk }) =>
    readStatement(desk.db, id(params.accountId), period(query, desk)),
  ),

  serveFile(contract.statementPdf, async ({ params, query, desk }) => {
    const answer = await readStatement(desk.db, id(params.accountId), period(query, desk));
    if (!answer.ok) return answer;
    const { account, to, language } = answer.value;
    return accept({
      name: `statement-${account}-${to}.pdf`,
      type: 'application/pdf',
      body: await statementPdf(
        desk.db,
        answer.value,
        id(params.accountId),
        query.language ?? language,
      ),
    });
  }),
];

function period(query: { from?: string | undefined; to?: string | undefined }, desk: Desk): Period {
  return {
    from: query.from === undefined ? undefined : day(query.from),
    to: query.to === undefined ? desk.clock.today() : day(query.to),
  };
}
