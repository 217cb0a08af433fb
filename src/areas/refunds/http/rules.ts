/** Rule packs, authorisations and Medicare overpayments over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { authorise, revoke } from '../actions/authorise.ts';
import { identifyOverpayment, noteInquiry } from '../actions/identify-overpayment.ts';
import { rulePack } from '../actions/rule-pack.ts';
import { wireAuthorisation } from '../answers/authorisations.ts';
import { wirePacks } from '../answers/packs.ts';
import * as contract from '../contract/rules.ts';
import { standingAuthorisations } from '../store/authorisations.ts';

export const refundRuleRoutes: readonly Served[] = [
  serve(contract.refundPacks, async ({ desk, session }) =>
    accept({ rows: await wirePacks(desk.db, session.language) }),
  ),
  serve(contract.rulePack, ({ params, body, perform }) => {
    const { reason, reviewedOn, ...rest } = body;
    const on = reviewedOn === undefined ? null : day(reviewedOn);
    const act = { ...rest, packId: params.packId, reviewedOn: on };
    return perform('refunds.rule_pack', reason, (context) => rulePack(context, act));
  }),
  serve(contract.authorisations, async ({ params, desk }) => {
    const found = await standingAuthorisations(desk.db, [id(params.accountId)]);
    const today = desk.clock.today();
    return accept({ rows: found.map((given) => wireAuthorisation(given, today)) });
  }),
  serve(contract.authorise, ({ params, body, perform }) => {
    const { reason, givenOn, untilOn, ...rest } = body;
    const accountId = id(params.accountId);
    const until = untilOn === undefined ? null : day(untilOn);
    const wish = { ...rest, accountId, givenOn: day(givenOn), untilOn: until };
    return perform('refunds.authorise', reason, (context) => authorise(context, wish), accountId);
  }),
  serve(contract.revokeAuthorisation, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const authorisationId = id(params.authorisationId);
    return perform(
      'refunds.revoke',
      body.reason,
      (context) => revoke(context, accountId, authorisationId),
      accountId,
    );
  }),
  serve(contract.identifyOverpayment, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, itemId: id(params.itemId), identifiedOn: day(body.identifiedOn) };
    return perform(
      'refunds.identify_overpayment',
      body.reason,
      (context) => identifyOverpayment(context, wish),
      accountId,
    );
  }),
  serve(contract.noteInquiry, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const act = { accountId, creditId: id(params.creditId), kind: body.kind, on: day(body.on) };
    return perform(
      'refunds.note_inquiry',
      body.reason,
      (context) => noteInquiry(context, act),
      accountId,
    );
  }),
];
