/**
 * What becomes of every table that keeps an account's rows when the account is merged into
 * another: its rows go on there, or stay, and why nothing is lost by it.
 *
 * A table that is not here fails the test: whoever adds one says what a merge does to it.
 */
const moves = 'goes on under the account that stays';
const open = `what is open ${moves}; what ended is history of the account it ended on`;
const booked = 'a posted fact stays where it was booked; what is open moves by a transfer';
const history = 'what happened stays with the account on which it happened, which is still read';
const made = 'made anew for the account that stays at its next run';
const own = 'the account that stays keeps its own word';
const ownOrTaken = `${own}; where it has none, that of the other ${moves}`;
const byId = 'found by its own id; the account that it names leads on';
const oneAgency = `${open}; of two that stand, that of the account that stays goes on`;
const refused = 'a merge is refused while one is under way';

/** By `schema.table`, or by schema for all of one. */
export const merged: Readonly<Record<string, string>> = {
  'approvals.request': refused,
  'cash.memory': 'read through the number of the account, which leads on',
  cash: booked,
  charges: booked,
  'clocks.clock': byId,
  'clocks.standing': moves,
  complaints: open,
  'compliance.consent': 'read through the merge',
  'compliance.contact': 'read through the merge',
  'compliance.contact_result': 'read through the merge',
  'compliance.debt_profile': ownOrTaken,
  'compliance.hold': open,
  'compliance.hold_end': open,
  'compliance.permit': 'read through the merge, with the contact that it let through',
  correspondence: history,
  'correspondence.callback': open,
  'correspondence.callback_end': open,
  'credit.hold': open,
  'credit.hold_release': open,
  'credit.limit_grant': ownOrTaken,
  'credit.order_act': open,
  'credit.order_statement': open,
  'credit.sales_order': open,
  'customers.account': 'says into which account it went',
  customers: own,
  'disputes.case_dispute': open,
  'disputes.case_event': open,
  'disputes.case_now': moves,
  'disputes.deduction': open,
  'disputes.dispute': open,
  'disputes.dispute_case': open,
  'disputes.dispute_withdrawn': history,
  'disputes.evidence': open,
  'disputes.late_cause': history,
  'disputes.late_cause_item': history,
  'disputes.link': open,
  'disputes.link_revoked': open,
  'disputes.link_use': open,
  'disputes.reason_code': 'the codes of a payer stay with the account that used them',
  'disputes.resolution': open,
  documents: 'an original stays with the document of its invoice, which is read by its number',
  escalations: open,
  forecast: made,
  'imports.brought': history,
  'imports.closing': history,
  'imports.closing_answer': history,
  invoices: booked,
  'ledger.source_item': moves,
  ledger: booked,
  metrics: 'its sums stay with the account on which they came about, which is still read',
  'packs.late_plan': history,
  'platform.audit': history,
  'platform.event': history,
  portfolios: history,
  projects: made,
  promises: open,
  reconciliations: history,
  refunds: refused,
  'reports.review_answer': history,
  statements: history,
  strategies: made,
  students: 'a student is one person with one account in a company',
  'tasks.task': 'read through the merge, with those of the account that stays',
  worklist: made,
  'write_offs.placement': oneAgency,
  'write_offs.placement_end': oneAgency,
  write_offs: history,
};
