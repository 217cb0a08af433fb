/** The packs over the wire: read and reviewed. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { reviewPack } from '../actions/review-pack.ts';
import { wirePacks } from '../answers/packs.ts';
import * as contract from '../contract/packs.ts';
import { reviews } from '../store/packs.ts';

export const packRoutes: readonly Served[] = [
  serve(contract.compliancePacks, async ({ desk, session }) => {
    const reviewed = await reviews(desk.db);
    return accept({
      rows: wirePacks(desk.clock.today(), reviewed, session.language),
    });
  }),
  serve(contract.reviewPack, ({ params, body, perform }) =>
    perform('compliance.review_pack', body.note || `reviewed by ${body.reviewer}`, (context) =>
      reviewPack(context, {
        ...body,
        packId: params.packId,
        reviewedOn: day(body.reviewedOn),
      }),
    ),
  ),
];
