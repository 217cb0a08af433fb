/** What stands about an account over the wire: read; holds, consents and the debt's kind stated. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { liftHold, placeHold } from '../actions/place-hold.ts';
import { recordConsent, recordOptOut } from '../actions/record-consent.ts';
import { setDebtProfile } from '../actions/set-debt-profile.ts';
import { accountCompliance } from '../answers/account-compliance.ts';
import * as contract from '../contract/standing.ts';

export const standingRoutes: readonly Served[] = [
  serve(contract.accountCompliance, async ({ params, desk, session }) => {
    const answer = await accountCompliance(desk, id(params.accountId), session.language);
    return answer ? accept(answer) : refuse('compliance.no_such_account');
  }),

  serve(contract.stateProfile, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { reason, enteredOn, ...stated } = body;
    return perform(
      'compliance.set_debt_profile',
      reason,
      (context) =>
        setDebtProfile(context, {
          ...stated,
          accountId,
          enteredOn: enteredOn === null ? null : day(enteredOn),
        }),
      accountId,
    );
  }),

  serve(contract.placeHold, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { startsOn, endsOn } = body;
    return perform(
      'compliance.place_hold',
      body.reason || body.evidence || body.kind,
      (context) =>
        placeHold(context, {
          accountId,
          kind: body.kind,
          startsOn: startsOn === undefined ? context.today : day(startsOn),
          endsOn: endsOn === null ? null : day(endsOn),
          evidence: body.evidence,
          details: body.details,
        }),
      accountId,
    );
  }),

  serve(contract.liftHold, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const holdId = id(params.holdId);
    return perform(
      'compliance.lift_hold',
      body.reason,
      (context) => liftHold(context, { accountId, holdId }),
      accountId,
    );
  }),

  serve(contract.recordConsent, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { said, at, contactId, ...words } = body;
    const told = {
      ...words,
      accountId,
      contactId: contactId === null ? null : id(contactId),
      ...(at === undefined ? {} : { at: instant(at) }),
    };
    return perform(
      said === 'yes' ? 'compliance.record_consent' : 'compliance.record_opt_out',
      `said ${said}: ${body.source}`,
      (context) => (said === 'yes' ? recordConsent(context, told) : recordOptOut(context, told)),
      accountId,
    );
  }),
];
