/** The packs over the wire: read, reviewed; and the firm's own caps and hours. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { reviewPack } from '../actions/review-pack.ts';
import { stateHouseRules } from '../actions/state-house-rules.ts';
import { wirePacks } from '../answers/packs.ts';
import * as contract from '../contract/packs.ts';
import { houseVersions } from '../store/house-rules.ts';
import { reviews } from '../store/packs.ts';

export const packRoutes: readonly Served[] = [
  serve(contract.compliancePacks, async ({ desk, session }) => {
    const [reviewed, versions] = await Promise.all([reviews(desk.db), houseVersions(desk.db)]);
    return accept({
      rows: wirePacks(desk.clock.today(), reviewed, session.language),
      house: versions.map(({ version, effectiveFrom, rules, actor, reason }) => ({
        version,
        effectiveFrom,
        reason,
        actor: actorName(actor, session.language),
        rules: {
          hours: rules.hours,
          caps: rules.caps.map((cap) => ({
            ...cap,
            channels: [...cap.channels],
          })),
        },
      })),
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
  serve(contract.stateHouseRules, ({ body, perform }) =>
    perform('compliance.state_house_rules', body.reason, (context) =>
      stateHouseRules(context, { effectiveFrom: day(body.effectiveFrom), rules: body.rules }),
    ),
  ),
];
