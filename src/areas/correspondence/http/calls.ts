/** The telephone over the wire: prepared, begun, taken, ended; claims of payment; a dialer. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { wireReasons } from '#areas/compliance/index.ts';
import { authorisePerson } from '../actions/calls/authorise-person.ts';
import { endCall } from '../actions/calls/end-call.ts';
import { reportDialer } from '../actions/calls/report-dialer.ts';
import { settleClaim } from '../actions/calls/settle-claim.ts';
import { startCall } from '../actions/calls/start-call.ts';
import { takeCall } from '../actions/calls/take-call.ts';
import { callPrep } from '../answers/calls/prep.ts';
import { readCame } from '../answers/calls/read-came.ts';
import { sayTelling } from '../answers/calls/say-telling.ts';
import { wireCall, wireClaim } from '../answers/calls/wire.ts';
import * as contract from '../contract/calls.ts';
import { dialLink, standardDialLink } from '../rules/calls/dial-link.ts';
import { callsOf, findCall } from '../store/calls/calls.ts';
import { openClaims } from '../store/calls/claims.ts';

const reads: readonly Served[] = [
  serve(contract.prepareCall, ({ params, desk, session }) =>
    callPrep(desk, id(params.accountId), session),
  ),
  serve(contract.accountCalls, async ({ params, desk }) =>
    accept({ rows: (await callsOf(desk.db, id(params.accountId))).map(wireCall) }),
  ),
  serve(contract.paidClaims, async ({ query, desk, session }) => {
    const scope = visibleCompanies(session, query.company);
    return accept({ rows: (await openClaims(desk.db, scope)).map(wireClaim) });
  }),
];

const calls: readonly Served[] = [
  serve(contract.startCall, async ({ params, body, desk, session, perform }) => {
    const accountId = id(params.accountId);
    const override = body.override ?? null;
    if (override !== null && !session.permissions.includes('calls.override')) {
      return refuse('call.override_is_the_managers');
    }
    const wish = { ...body, accountId, contactId: id(body.contactId), override };
    const begun = await perform(
      'correspondence.start_call',
      body.override ?? 'a call',
      (context) => startCall(context, wish),
      accountId,
    );
    if (!begun.ok) return begun;
    const { callId, number, reasons, nextAllowedAt } = begun.value;
    const template = desk.telephony?.dialLink ?? standardDialLink;
    const dial = callId === null ? null : (dialLink(template, number) ?? null);
    const said = wireReasons(reasons, session.language);
    return accept({ callId, number, dial, reasons: said, nextAllowedAt });
  }),
  serve(contract.takeCall, async ({ params, body, session, perform }) => {
    const accountId = id(params.accountId);
    const contactId = body.contactId === null ? null : id(body.contactId);
    const taken = await perform(
      'correspondence.take_call',
      `a call of ${body.person}`,
      (context) => takeCall(context, { ...body, accountId, contactId }),
      accountId,
    );
    if (!taken.ok) return taken;
    const { callId, verified, telling } = taken.value;
    return accept({ callId, verified, ...sayTelling(telling, session.language) });
  }),
  serve(contract.endCall, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const callId = id(params.callId);
    const call = await findCall(desk.db, accountId, callId);
    if (!call) return refuse('call.no_such_call');
    const came = readCame(accountId, body.came, call.person);
    if (!came.ok) return came;
    const nextOn = body.nextOn === null ? null : day(body.nextOn);
    const ended = await perform(
      'correspondence.end_call',
      `a call with ${call.person}`,
      (context) => endCall(context, { ...body, accountId, callId, came: came.value, nextOn }),
      accountId,
    );
    if (!ended.ok) return ended;
    const { next, done, breaches } = ended.value;
    const shown = done.map((each) => ({ ...each, facts: { ...each.facts } }));
    return accept({ callId, next, done: shown, breaches: [...breaches] });
  }),
  serve(contract.reportDialer, ({ params, body, perform }) => {
    const report = { ...body, accountId: id(params.accountId), callId: id(params.callId) };
    return perform(
      'correspondence.report_dialer',
      'the dialer tells',
      (context) => reportDialer(context, report),
      report.accountId,
    );
  }),
];

const others: readonly Served[] = [
  serve(contract.authorisePerson, ({ params, body, perform }) => {
    const wish = { ...body, accountId: id(params.accountId), contactId: id(body.contactId) };
    return perform(
      'correspondence.authorise_person',
      body.source,
      (context) => authorisePerson(context, wish),
      wish.accountId,
    );
  }),
  serve(contract.settleClaim, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, claimId: id(params.claimId), found: body.found };
    return perform(
      'correspondence.settle_claim',
      body.reason,
      (context) => settleClaim(context, wish),
      accountId,
    );
  }),
];

export const callRoutes: readonly Served[] = [...reads, ...calls, ...others];
