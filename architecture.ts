/**
 * The map of the house: which area may know which; architecture-rooms.ts says which room may
 * import which.
 *
 * Read by test/architecture and drawn into ARCHITECTURE.md by `node bin/map.ts`. An area
 * knows only areas above it, so knowledge runs one way; news that must travel upward is an
 * event. To let an area know another, add its name here and say why in the same commit.
 */

export type Area = {
  /** What it owns, in the words of the desk. */
  readonly owns: string;
  /** The areas above it whose rules, index and screens it may import. */
  readonly knows: readonly string[];
  /** Areas whose pure rules it uses without calling them. */
  readonly rulesOf?: readonly string[];
  /** Reads outside files: its rooms that list `formats` may import it. */
  readonly formats?: true;
  /** Reads the published views of every area, not only of those it knows. */
  readonly readsViews?: true;
};

/** Every other area may know these four; they stand first. */
export const foundations: readonly string[] = ['team', 'policies', 'approvals', 'clocks'];

/** In order of knowledge: an area may name only areas that stand above it. */
export const areas: Readonly<Record<string, Area>> = {
  team: { owns: 'people, roles, shifts, coverage, training', knows: [] },
  policies: {
    owns: 'policy documents: proposed, tested, approved, published, attested',
    knows: ['team'],
  },
  approvals: {
    owns: 'who may approve what, requests, second persons',
    knows: ['team', 'policies'],
    // A request names the account that it is about.
    readsViews: true,
  },
  clocks: {
    owns: 'every deadline: start, due, law or source, stop rules',
    knows: ['team'],
    // A deadline's line names its account.
    readsViews: true,
    // A calendar program fetches deadlines.
    formats: true,
  },
  ledger: {
    owns: 'items, applications, balances, entries and lines',
    knows: [],
    readsViews: true,
  },
  customers: {
    owns: 'accounts, contacts, hierarchy, terms, portfolio, language',
    knows: ['team', 'ledger'],
    readsViews: true,
  },
  invoices: { owns: 'documents, lines, statements', knows: ['customers', 'ledger'] },
  'bank-files': { owns: 'raw files, lines, duplicates', knows: [], formats: true },
  cash: {
    owns: 'receipts, batches, deposits, matching, reconciliation',
    knows: ['customers', 'ledger', 'invoices', 'bank-files'],
    // Before money moves, it is said which promises will be judged again.
    readsViews: true,
    // The folder of a matching exercise; remittances of mails and sheets.
    formats: true,
  },
  compliance: {
    owns: 'contact law, consent, caps, quiet hours, holds',
    knows: ['customers', 'team'],
    readsViews: true,
  },
  documents: {
    owns: 'W-9, vendor forms, resale certificates, attachments, original invoices',
    knows: ['customers'],
    // The number in a file's name is that of a document of the invoices.
    readsViews: true,
  },
  complaints: { owns: 'the register, acknowledgement, answer', knows: ['customers'] },
  disputes: {
    owns: 'cases, reasons, owners, links for outsiders, root causes',
    // The research pack holds the originals; what an outsider uploads is judged as one is.
    knows: ['customers', 'ledger', 'invoices', 'documents'],
    // What a payer kept back becomes a case.
    readsViews: true,
  },
  promises: { owns: 'promises, plans, instalments', knows: ['customers', 'ledger'] },
  // Beside the ledger, which books a write-off: giving up many by policy is no law of the ledger.
  'write-offs': {
    owns: 'small balances swept, the register of what was given up, agencies',
    knows: ['customers', 'ledger'],
    // What is disputed or held by law is nobody's small balance.
    readsViews: true,
  },
  correspondence: {
    owns: 'emails, letters, calls, texts, the AR mailbox',
    // One call may bring a promise and a dispute together; a mail likewise.
    knows: [
      'customers',
      'ledger',
      // A statement goes out with the answer to who asked for one.
      'invoices',
      // A mail that advises a payment goes to the desk's reader of files.
      'bank-files',
      'compliance',
      'documents',
      'disputes',
      'promises',
    ],
    // Before a call one sees what is owed, promised and next for the account.
    readsViews: true,
    // Mails, the amounts and days in them, delivery reports.
    formats: true,
  },
  statements: {
    owns: 'runs of statements, invoices on their way, the customers’ own portals',
    knows: ['customers', 'ledger', 'invoices', 'documents', 'compliance', 'correspondence'],
    // An invoice is written out electronically.
    formats: true,
    // Whether a paper arrived is what the messages say.
    readsViews: true,
  },
  // Beside the ledger, which books a charge: what is charged, to whom and when is policy.
  charges: {
    owns: 'interest and late fees by policy, their runs and waivers, payments that fell short',
    knows: ['customers', 'ledger', 'compliance'],
    // Interest stops while a debt is disputed, held or in a plan.
    readsViews: true,
  },
  reconciliations: {
    owns: 'an account agreed with what its customer says it owes, signed by two',
    knows: ['customers', 'ledger', 'disputes'],
    readsViews: true,
    // Their list comes as a sheet, a CSV or pasted.
    formats: true,
  },
  credit: {
    owns: 'orders, limits, holds, order releases',
    knows: ['customers', 'ledger', 'disputes', 'promises'],
    readsViews: true,
    formats: true,
  },
  portfolios: {
    owns: 'who works which accounts: assignment rules, moves, balance, campaigns',
    knows: ['customers', 'team'],
    readsViews: true,
  },
  imports: {
    owns: 'files of accounts and items, mappings, previews, undo',
    knows: [
      'customers',
      'ledger',
      'invoices',
      // `dunlin import` of a bank's file.
      'bank-files',
      'documents',
      'disputes',
      'promises',
      'credit',
      'portfolios',
    ],
    readsViews: true,
    formats: true,
  },
  refunds: {
    owns: 'overpayments, approvals, federal clocks',
    // A notice of a refund and the letter to an owner go out as messages.
    knows: ['customers', 'ledger', 'cash', 'compliance', 'correspondence'],
    // Files of payments are written; bank numbers are checked.
    formats: true,
    // How the money came, and who else has a hand in it.
    readsViews: true,
  },
  forecast: {
    owns: 'payment prediction, the cash forecast, their accuracy',
    knows: [],
    readsViews: true,
    // A history of invoices as a file, predicted without a database.
    formats: true,
  },
  students: {
    owns: 'terms, payers, withdrawals',
    knows: ['customers', 'ledger', 'promises', 'refunds'],
    // Charges and aid come in files.
    formats: true,
  },
  insurance: {
    owns: 'claims, remittances, expected money',
    knows: ['customers', 'ledger', 'cash'],
    formats: true,
  },
  strategies: {
    owns: 'segments, stages, steps, escalation',
    knows: [
      'customers',
      'ledger',
      'promises',
      'disputes',
      'credit',
      'compliance',
      'correspondence',
    ],
    // Money in flight, stays and holds are seen before anybody is asked for money.
    readsViews: true,
    // A policy document is written as YAML.
    formats: true,
  },
  escalations: {
    owns: 'what is handed up with its context and comes back; plans of action',
    knows: ['team', 'customers'],
    // The packet says what is owed, promised, disputed and was said.
    readsViews: true,
  },
  tasks: {
    owns: 'tasks and duties beside the accounts: who does what by when, and what comes first',
    // A task may be for an account, whose timeline says so.
    knows: ['team', 'customers'],
  },
  worklist: {
    owns: 'the order of the day’s work',
    knows: [
      'team',
      'customers',
      'ledger',
      'promises',
      'disputes',
      'credit',
      // Why an account may or may not be contacted stands beside why it is where it is.
      'compliance',
      'strategies',
      'students',
      'insurance',
    ],
    readsViews: true,
  },
  matters: {
    owns: 'law firm: client, matter, payor split, fees, costs, trust',
    knows: ['customers', 'ledger', 'cash'],
  },
  projects: {
    owns: 'verification of the book, clean-up projects, improvements, huddles, action items',
    // A repair of many applies credits and takes applications back as the ledger's own actions.
    knows: ['team', 'customers', 'ledger', 'invoices'],
  },
  office: { owns: 'supplies, mail room, counter sessions and layout', knows: ['team', 'cash'] },
  reports: {
    owns: 'aging and its review, over 60 days, metrics, packs, report builder',
    knows: [],
    rulesOf: ['customers', 'ledger', 'promises'],
    readsViews: true,
  },
  portal: {
    owns: 'the customer’s own window',
    knows: ['customers', 'invoices', 'promises', 'disputes', 'cash', 'documents', 'correspondence'],
  },
  integrations: {
    owns: 'Salesforce, Oracle, Dynamics, 3E, Excel',
    knows: ['customers', 'invoices', 'ledger', 'cash', 'credit'],
  },
};

/**
 * Views, functions and reference tables that an area publishes for the stores of other areas,
 * `schema.name`. Everything else in an area's schema is its own. Sorted; each must exist once
 * migrated.
 */
export const published: readonly string[] = [
  'approvals.granted_card',
  'approvals.open_request',
  'approvals.request_card',
  'bank_files.bank_account_card',
  'bank_files.line_card',
  'bank_files.remittance_card',
  'bank_files.settlement_card',
  'bank_files.statement_card',
  'bank_files.statement_line_card',
  'cash.money_history',
  'cash.receipt_card',
  'cash.short_card',
  'cash.unposted_money',
  'charges.interest_card',
  'clocks.clock_card',
  'compliance.contact_card',
  'compliance.debt_card',
  'compliance.hold_card',
  'compliance.hold_history',
  'correspondence.bounce_card',
  'correspondence.callback_card',
  'correspondence.mail_card',
  'correspondence.message_card',
  'correspondence.paid_claim_card',
  'correspondence.person_away',
  'correspondence.reply_waiting',
  'credit.hold_card',
  'customers.above',
  'customers.account_address',
  'customers.account_called',
  'customers.account_card',
  'customers.account_person',
  'customers.account_trait',
  'customers.accounts_below',
  'customers.covered_on',
  'customers.customer_name',
  'customers.delivery_card',
  'customers.family_on',
  'customers.initial_of',
  'customers.limit_card',
  'customers.owner_change',
  'customers.owners_on',
  'customers.portal_account',
  'customers.portfolio_card',
  'customers.reachable',
  'customers.refused_address',
  'customers.status_history',
  'customers.timeline_line',
  'disputes.case_card',
  'disputes.dispute_history',
  'disputes.open_amount',
  'disputes.open_dispute',
  'disputes.open_disputes_known',
  'imports.closing_card',
  'invoices.document_card',
  'invoices.document_terms',
  'invoices.issued_card',
  'invoices.issued_line',
  'ledger.account_items_known',
  'ledger.account_items_on',
  'ledger.account_open_card',
  'ledger.accounts_moving',
  'ledger.application_card',
  'ledger.application_history',
  'ledger.applied_money',
  'ledger.clearing_line',
  'ledger.closed_period',
  'ledger.control_difference',
  'ledger.control_line',
  'ledger.control_on',
  'ledger.dated_item',
  'ledger.desk_application',
  'ledger.entry_card',
  'ledger.item_at_source',
  'ledger.item_card',
  'ledger.item_history',
  'ledger.item_name',
  'ledger.latest_import',
  'ledger.latest_recording',
  'ledger.movement',
  'ledger.movements_known',
  'ledger.much_since',
  'ledger.offer_card',
  'ledger.open_debt',
  'ledger.open_item',
  'ledger.open_items_between',
  'ledger.open_items_known',
  'ledger.open_items_long_ago',
  'ledger.open_items_on',
  'ledger.open_items_since',
  'ledger.open_items_within',
  'ledger.period',
  'ledger.period_act',
  'ledger.posted_between',
  'ledger.posted_since',
  'ledger.received_money',
  'ledger.rest_card',
  'ledger.revaluation_line',
  'ledger.standing_application',
  'ledger.trial_balance',
  'ledger.write_off_card',
  'portfolios.campaign_card',
  'promises.latest_recording',
  'promises.named_item',
  'promises.plan_card',
  'promises.planned_item',
  'promises.planned_items_known',
  'promises.promise_card',
  'promises.promise_history',
  'promises.promises_known',
  'reports.signed_period',
  'statements.portal_invoice',
  'strategies.call_card',
  'strategies.interest_card',
  'tasks.account_task',
  'team.absence_card',
  'team.company',
  'team.covering_on',
  'team.letterhead',
  'team.member',
  'team.person',
  'worklist.done_card',
  'worklist.work_card',
];

/** Events that only outsiders hear; every other one has a listener in server/wiring.ts. */
export const externalEvents: readonly string[] = [
  'approvals.decision_made',
  'bank_files.line_changed',
  'cash.day_signed',
  'cash.payment_went_back',
  'cash.statement_signed',
  'compliance.consent_recorded',
  'compliance.holds_changed',
  'compliance.opt_out_recorded',
  'compliance.packs_changed',
  'compliance.profile_stated',
  'correspondence.letters_printed',
  'correspondence.template_decided',
  'customers.note_added',
  'escalations.escalated',
  'escalations.escalation_moved',
  'ledger.credit_reserved',
  'ledger.discount_unearned',
  'ledger.open_items_revalued',
  'ledger.period_changed',
  'ledger.reservation_ended',
  'policies.document_retired',
  'policies.version_decided',
  'policies.version_proposed',
  'policies.version_published',
  'promises.plan_breached',
  'refunds.credit_found',
  'refunds.refund_approved',
  'refunds.refund_ended',
  'refunds.refund_requested',
  'refunds.refund_returned',
  'refunds.refund_stale',
  'reports.month_signed',
  'statements.run_delivered',
  'statements.run_prepared',
  'strategies.run_complete',
  'students.student_withdrew',
  'team.absence_cancelled',
  'team.absence_ended',
  'team.absence_planned',
  'team.work_handed_back',
  'worklist.account_taken_over',
  'worklist.hand_over_read',
  'worklist.handed_over',
  'worklist.row_moved',
  'worklist.work_done',
  'worklist.work_snoozed',
  'worklist.work_undone',
];
