/** The register of complaints: read, added to, led to its end. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { receiveComplaint, stepComplaint } from './actions/work-complaint.ts';
import * as contract from './contract.ts';
import { complaintsOf } from './store/complaints.ts';

export const complaintRoutes: readonly Served[] = [
  serve(contract.complaints, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const filter = { companies: visibleCompanies(session), state: query.state };
    const rows = await complaintsOf(desk.db, filter);
    return accept({
      rows: rows.map((row) => ({
        ...row,
        late:
          (row.acknowledgedOn === null && row.acknowledgeBy < today) ||
          (row.answeredOn === null && row.answerBy < today),
      })),
    });
  }),
  serve(contract.receiveComplaint, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const receivedOn = body.receivedOn === null ? desk.clock.today() : day(body.receivedOn);
    return perform(
      'complaints.receive_complaint',
      `said by ${body.saidBy}`,
      (context) => receiveComplaint(context, { ...body, accountId, receivedOn, mailId: null }),
      accountId,
    );
  }),
  serve(contract.stepComplaint, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const complaintId = id(params.complaintId);
    return perform(
      'complaints.step_complaint',
      body.note,
      (context) => stepComplaint(context, { ...body, accountId, complaintId }),
      accountId,
    );
  }),
];
