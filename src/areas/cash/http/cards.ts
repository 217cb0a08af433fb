/** Card batches over HTTP: read with their gaps, and booked. */
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { settleBatch } from '../actions/cards/settle-batch.ts';
import { readCards } from '../answers/cards/batches.ts';
import * as contract from '../contract/cards.ts';
import { companyOf } from './closing.ts';

export const cardRoutes: readonly Served[] = [
  serve(contract.cards, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    return accept(await readCards(desk.db, company.value, desk.clock.today()));
  }),
  serve(contract.settleBatch, ({ body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { processor, batch, currency } = body;
    const { companyId } = company.value;
    return perform('cash.settle_batch', `card batch ${batch}`, (context) =>
      settleBatch(context, { companyId, processor, batch, currency }),
    );
  }),
];
