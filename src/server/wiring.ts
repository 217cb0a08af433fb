/**
 * Who reacts to whom, and what is done by the clock: the only place that says so.
 *
 * An area tells its news without knowing who listens; here its event's name meets the
 * reaction of another area. A line here is `{ event, listener, hear }`, see events/listener.ts.
 */
import { keepGranted } from '#areas/approvals/reactions.ts';
import { followMerge as carryClocks } from '#areas/clocks/reactions.ts';
import { followMerge as carryAgreed } from '#areas/promises/reactions.ts';
import { followMerge as carryCases } from '#areas/disputes/reactions.ts';
import { followMerge as carryPlans } from '#areas/escalations/reactions.ts';
import { followMerge as carryComplaints } from '#areas/complaints/reactions.ts';
import { followMerge as carryOrders } from '#areas/credit/reactions.ts';
import { followMerge as carryCallbacks } from '#areas/correspondence/reactions.ts';
import { followMerge as carryPlacement } from '#areas/write-offs/reactions.ts';
import { followMerge as carryHolds } from '#areas/compliance/reactions.ts';
import { bankFileJobs } from '#areas/bank-files/jobs.ts';
import { cashJobs } from '#areas/cash/jobs.ts';
import { match, postGrantedClaims, receive } from '#areas/cash/reactions.ts';
import { endRequestWatch, letRequestLapse, watchRequest } from '#areas/clocks/reactions.ts';
import { clockJobs } from '#areas/clocks/jobs.ts';
import { waive } from '#areas/charges/reactions.ts';
import { takeMail } from '#areas/complaints/reactions.ts';
import { disputeJobs } from '#areas/disputes/jobs.ts';
import {
  credit,
  escalate,
  followLoss,
  followPayment,
  openAgain,
  openLapsed,
  takeUpImported,
} from '#areas/disputes/reactions.ts';
import { letterJobs, mailboxJobs, textJobs } from '#areas/correspondence/jobs.ts';
import { liftBounces, settlePaidMails } from '#areas/correspondence/reactions.ts';
import {
  clearByCash,
  doGranted,
  endHold,
  holdAgain,
  judgeImported,
  tellRefused,
} from '#areas/credit/reactions.ts';
import { forecastJobs } from '#areas/forecast/jobs.ts';
import { writeOff } from '#areas/ledger/reactions.ts';
import { metricJobs } from '#areas/metrics/jobs.ts';
import { packJobs } from '#areas/packs/jobs.ts';
import { portfolioJobs } from '#areas/portfolios/jobs.ts';
import { projectJobs } from '#areas/projects/jobs.ts';
import { findAgain } from '#areas/projects/reactions.ts';
import { promiseJobs } from '#areas/promises/jobs.ts';
import {
  answerText,
  findNumber,
  lookInto,
  searchPayment,
  takeComplaint,
  takeStep,
  takeWish,
} from '#areas/tasks/reactions.ts';
import { refundJobs } from '#areas/refunds/jobs.ts';
import {
  dropRefund,
  goOn,
  letCreditGo,
  letLapse,
  lookAgain,
  seeCashed,
  tellCustomer,
} from '#areas/refunds/reactions.ts';
import {
  agreeGranted,
  agreeLapsed,
  agreeRefused,
  followItems,
  judgeAgain,
  judgeAll,
} from '#areas/promises/reactions.ts';
import { moveRun } from '#areas/statements/reactions.ts';
import { strategyJobs } from '#areas/strategies/jobs.ts';
import {
  noteCall,
  noteDisputeClosed,
  noteEvent,
  noteFailed,
  noteSent,
} from '#areas/strategies/reactions.ts';
import { taskJobs } from '#areas/tasks/jobs.ts';
import { handNewsOn } from '#areas/webhooks/reactions.ts';
import { outsideEvents } from '#areas/webhooks/rules/outside-events.ts';
import { writeOffJobs } from '#areas/write-offs/jobs.ts';
import { sweep } from '#areas/write-offs/reactions.ts';
import { worklistJobs } from '#areas/worklist/jobs.ts';
import {
  answerCallMade,
  dropAction,
  followOwner,
  planAction,
  placeAgain,
  placeAll,
  placeCampaign,
} from '#areas/worklist/reactions.ts';
import type { Listener } from '#platform/events/listener.ts';
import type { Job } from '#platform/jobs/job.ts';
import { packMakers } from './packs.ts';

/** Money came, went back or moved within an account: its promises are judged again. */
const moneyMoved = [
  'ledger.receipt_posted',
  'ledger.money_applied',
  'ledger.application_reversed',
  'ledger.receipt_returned',
  'ledger.credit_transferred',
  'ledger.refund_paid',
];

/** What a case contests may be paid, owed again or kept back anew. */
const contestedMoved = [
  'ledger.receipt_posted',
  'ledger.money_applied',
  'ledger.application_reversed',
  'ledger.receipt_returned',
  'ledger.item_reversed',
  'ledger.written_off',
  'ledger.write_off_recovered',
  'imports.closing_confirmed',
];

/** What may let an order that waits go on: money, a credit, a limit, a hold that ended. */
const creditEased = [
  'ledger.receipt_posted',
  'ledger.money_applied',
  'ledger.credit_transferred',
  'ledger.item_posted',
  'ledger.item_reversed',
  'ledger.written_off',
  'credit.limit_changed',
  'credit.account_hold_changed',
];

/** Money went away: what it had let go is asked again. */
const creditTightened = ['ledger.receipt_returned', 'ledger.refund_paid', 'ledger.items_moved'];

/** A credit may have come to be, or gone. */
const creditMoved = [
  ...moneyMoved,
  'ledger.item_posted',
  'ledger.item_reversed',
  'refunds.authorisation_changed',
];

/** What is under way goes on under the account that stays; its deadlines first. */
const followMerge = {
  clocks: carryClocks,
  promises: carryAgreed,
  disputes: carryCases,
  escalations: carryPlans,
  complaints: carryComplaints,
  credit: carryOrders,
  compliance: carryHolds,
  correspondence: carryCallbacks,
  write_offs: carryPlacement,
};

/** Something that may change an account's place in the day. */
const placeChanged = [
  ...moneyMoved,
  'cash.money_seen',
  'clocks.clock_changed',
  'clocks.clock_passed',
  'correspondence.claim_settled',
  'credit.order_decided',
  'customers.accounts_merged',
  'customers.contact_changed',
  'customers.status_set',
  'disputes.case_changed',
  'disputes.dispute_opened',
  'forecast.alert_acknowledged',
  'imports.closing_confirmed',
  'ledger.item_posted',
  'ledger.item_reversed',
  'ledger.items_moved',
  'ledger.write_off_recovered',
  'ledger.written_off',
  'promises.plan_changed',
  'promises.promise_broken',
  'promises.promise_kept',
  'promises.promise_made',
  'promises.promise_reopened',
  'promises.promise_withdrawn',
  'promises.settlement_changed',
  'correspondence.address_mended',
  'correspondence.mail_changed',
  'correspondence.mail_received',
  'correspondence.message_bounced',
  'customers.address_refused',
  'customers.address_saved',
  'customers.delivery_set',
  'statements.portal_noted',
  'strategies.call_asked',
  'strategies.step_done',
  'tasks.task_changed',
];

export const listeners: readonly Listener[] = [
  { event: 'correspondence.complaint_received', listener: 'complaints.take_mail', hear: takeMail },
  // Before the money is followed: a loss that a case asked for is no payment.
  { event: 'ledger.written_off', listener: 'disputes.follow_loss', hear: followLoss },
  ...contestedMoved.map((event) => ({
    event,
    listener: 'disputes.follow_payment',
    hear: followPayment,
  })),
  { event: 'approvals.request_granted', listener: 'disputes.credit', hear: credit },
  { event: 'approvals.request_refused', listener: 'disputes.open_again', hear: openAgain },
  { event: 'approvals.request_withdrawn', listener: 'disputes.open_again', hear: openAgain },
  { event: 'clocks.clock_passed', listener: 'disputes.open_lapsed', hear: openLapsed },
  { event: 'clocks.clock_passed', listener: 'promises.lapsed', hear: agreeLapsed },
  { event: 'clocks.clock_passed', listener: 'refunds.let_lapse', hear: letLapse },
  { event: 'clocks.clock_passed', listener: 'disputes.escalate', hear: escalate },
  ...moneyMoved.map((event) => ({ event, listener: 'promises.judge_again', hear: judgeAgain })),
  ...creditMoved.map((event) => ({ event, listener: 'refunds.look_again', hear: lookAgain })),
  {
    event: 'ledger.money_applied',
    listener: 'correspondence.settle_paid_mails',
    hear: settlePaidMails,
  },
  {
    event: 'ledger.receipt_posted',
    listener: 'correspondence.settle_paid_mails',
    hear: settlePaidMails,
  },
  { event: 'ledger.items_moved', listener: 'promises.follow_items', hear: followItems },
  ...Object.entries(followMerge).map(([area, hear]) => ({
    event: 'customers.accounts_merged',
    listener: `${area}.follow_merge`,
    hear,
  })),
  { event: 'imports.item_reposted', listener: 'promises.follow_items', hear: followItems },
  { event: 'imports.book_imported', listener: 'promises.judge_all', hear: judgeAll },
  { event: 'imports.import_undone', listener: 'promises.judge_all', hear: judgeAll },
  { event: 'imports.closing_confirmed', listener: 'promises.judge_again', hear: judgeAgain },
  {
    event: 'customers.contact_changed',
    listener: 'correspondence.lift_bounces',
    hear: liftBounces,
  },
  { event: 'customers.owner_assigned', listener: 'worklist.follow_owner', hear: followOwner },
  { event: 'customers.owners_moved', listener: 'worklist.follow_owner', hear: followOwner },
  ...placeChanged.map((event) => ({ event, listener: 'worklist.place_again', hear: placeAgain })),
  {
    event: 'portfolios.campaign_changed',
    listener: 'worklist.place_campaign',
    hear: placeCampaign,
  },
  { event: 'approvals.approval_asked', listener: 'clocks.watch_request', hear: watchRequest },
  ...['granted', 'refused', 'withdrawn'].map((how) => ({
    event: `approvals.request_${how}`,
    listener: 'clocks.end_request_watch',
    hear: endRequestWatch,
  })),
  { event: 'clocks.clock_passed', listener: 'clocks.let_request_lapse', hear: letRequestLapse },
  { event: 'approvals.request_granted', listener: 'approvals.keep_granted', hear: keepGranted },
  { event: 'approvals.request_granted', listener: 'ledger.write_off', hear: writeOff },
  { event: 'approvals.request_granted', listener: 'write_offs.sweep', hear: sweep },
  { event: 'approvals.request_granted', listener: 'charges.waive', hear: waive },
  { event: 'reconciliations.work_wished', listener: 'tasks.take_wish', hear: takeWish },
  { event: 'charges.rest_asked_for', listener: 'tasks.take_wish', hear: takeWish },
  { event: 'approvals.request_granted', listener: 'credit.do_granted', hear: doGranted },
  { event: 'approvals.request_refused', listener: 'credit.tell_refused', hear: tellRefused },
  { event: 'clocks.clock_passed', listener: 'credit.end_hold', hear: endHold },
  ...outsideEvents.map((event) => ({ event, listener: 'webhooks.hand_on', hear: handNewsOn })),
  ...creditEased.map((event) => ({ event, listener: 'credit.clear_by_cash', hear: clearByCash })),
  ...creditTightened.map((event) => ({ event, listener: 'credit.hold_again', hear: holdAgain })),
  { event: 'imports.book_imported', listener: 'disputes.take_up', hear: takeUpImported },
  { event: 'disputes.more_brought', listener: 'disputes.take_up', hear: takeUpImported },
  { event: 'imports.book_imported', listener: 'credit.judge_imported', hear: judgeImported },
  { event: 'approvals.request_granted', listener: 'refunds.go_on', hear: goOn },
  { event: 'approvals.request_refused', listener: 'refunds.let_credit_go', hear: letCreditGo },
  { event: 'approvals.request_withdrawn', listener: 'refunds.drop_refund', hear: dropRefund },
  { event: 'approvals.request_granted', listener: 'promises.agree', hear: agreeGranted },
  { event: 'approvals.request_refused', listener: 'promises.refused', hear: agreeRefused },
  { event: 'approvals.request_withdrawn', listener: 'promises.refused', hear: agreeRefused },
  { event: 'refunds.refund_paid', listener: 'refunds.tell_customer', hear: tellCustomer },
  { event: 'bank_files.file_taken_in', listener: 'cash.receive', hear: receive },
  { event: 'bank_files.file_taken_in', listener: 'refunds.see_cashed', hear: seeCashed },
  { event: 'cash.receipts_arrived', listener: 'cash.match', hear: match },
  {
    event: 'approvals.request_granted',
    listener: 'cash.post_granted_claims',
    hear: postGrantedClaims,
  },
  { event: 'cash.batch_posted', listener: 'cash.match', hear: match },
  { event: 'imports.book_imported', listener: 'projects.find_again', hear: findAgain },
  { event: 'imports.import_undone', listener: 'projects.find_again', hear: findAgain },
  { event: 'statements.run_moved', listener: 'statements.move_run', hear: moveRun },
  {
    event: 'correspondence.complaint_received',
    listener: 'tasks.take_complaint',
    hear: takeComplaint,
  },
  { event: 'strategies.step_asked', listener: 'tasks.take_step', hear: takeStep },
  { event: 'correspondence.number_wrong', listener: 'tasks.find_number', hear: findNumber },
  { event: 'correspondence.text_received', listener: 'tasks.answer_text', hear: answerText },
  { event: 'correspondence.task_wished', listener: 'tasks.take_wish', hear: takeWish },
  { event: 'forecast.calibration_left', listener: 'tasks.look_into', hear: lookInto },
  { event: 'imports.book_imported', listener: 'worklist.place_all', hear: placeAll },
  { event: 'imports.import_undone', listener: 'worklist.place_all', hear: placeAll },
  {
    event: 'correspondence.call_made',
    listener: 'worklist.answer_call',
    hear: answerCallMade,
  },
  {
    event: 'correspondence.payment_claimed',
    listener: 'tasks.search_payment',
    hear: searchPayment,
  },
  { event: 'correspondence.message_sent', listener: 'strategies.note_sent', hear: noteSent },
  { event: 'correspondence.message_failed', listener: 'strategies.note_failed', hear: noteFailed },
  {
    event: 'correspondence.message_bounced',
    listener: 'strategies.note_bounce',
    hear: noteEvent('bounce'),
  },
  {
    event: 'correspondence.message_replied',
    listener: 'strategies.note_reply',
    hear: noteEvent('reply'),
  },
  {
    event: 'disputes.case_changed',
    listener: 'strategies.note_dispute_closed',
    hear: noteDisputeClosed,
  },
  { event: 'correspondence.call_made', listener: 'strategies.note_call', hear: noteCall },
  { event: 'imports.next_action_brought', listener: 'worklist.plan_action', hear: planAction },
  { event: 'imports.next_action_undone', listener: 'worklist.drop_action', hear: dropAction },
];

export const jobs: readonly Job[] = [
  ...bankFileJobs,
  ...cashJobs,
  ...disputeJobs,
  ...forecastJobs,
  ...metricJobs,
  ...clockJobs,
  ...mailboxJobs,
  ...textJobs,
  ...letterJobs,
  ...packJobs(packMakers),
  ...portfolioJobs,
  ...projectJobs,
  ...promiseJobs,
  ...refundJobs,
  ...strategyJobs,
  ...taskJobs,
  ...worklistJobs,
  ...writeOffJobs,
];
