/** The register of complaints: read, added to, led to its end. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { writeLetter } from './actions/write-letter.ts';
import { receiveComplaint, stepComplaint } from './actions/work-complaint.ts';
import * as contract from './contract.ts';
import { isLate } from './rules/complaint.ts';
import { complaintsOf } from './store/complaints.ts';
import { eventsOf } from './store/events.ts';

export const complaintRoutes: readonly Served[] = [
  serve(contract.complaints, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const filter = { companies: visibleCompanies(session), state: query.state };
    const rows = await complaintsOf(desk.db, filter);
    return accept({
      rows: rows.map((row) => ({
        ...row,
        late: isLate(row, today),
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
  serve(contract.oneComplaint, async ({ params, desk, session }) => {
    const ref = { accountId: id(params.accountId), complaintId: id(params.complaintId) };
    const companies = visibleCompanies(session);
    const [found] = await complaintsOf(desk.db, { ...ref, companies });
    const account = await findAccount(desk.db, ref.accountId);
    if (!found || !account) return refuse('complaint.no_such_complaint');
    const contacts = await contactsOf(desk.db, account.customerId);
    return accept({
      ...found,
      late: isLate(found, desk.clock.today()),
      events: await eventsOf(desk.db, ref.accountId, ref.complaintId),
      contacts: contacts.map(({ contactId, name, email }) => ({ contactId, name, email })),
    });
  }),
  serve(contract.writeComplaintLetter, ({ params, body, perform }) => {
    const ref = { accountId: id(params.accountId), complaintId: id(params.complaintId) };
    return perform(
      'complaints.write_letter',
      body.words,
      (context) => writeLetter(context, { ...ref, ...body, contactId: id(body.contactId) }),
      ref.accountId,
    );
  }),
];
