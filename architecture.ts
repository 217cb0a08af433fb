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
    // The text of a policy, whatever its kind, is YAML.
    formats: true,
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
    // A contact policy as it is kept: YAML as data.
    formats: true,
  },
  documents: {
    owns: 'W-9, vendor forms, resale certificates, attachments, original invoices',
    knows: ['customers'],
    // The number in a file's name is that of a document of the invoices.
    readsViews: true,
  },
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
  complaints: {
    owns: 'the register, acknowledgement, answer',
    // The acknowledgement and the answer go out as messages.
    knows: ['customers', 'correspondence'],
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
    // Who is refused credit is told by letter.
    knows: ['customers', 'ledger', 'disputes', 'promises', 'correspondence'],
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
    owns: 'payment prediction, the cash forecast, early warnings, how good all of them are',
    // Which companies a command names.
    knows: ['team'],
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
      // How long a day is for whoever named no other.
      'portfolios',
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
  metrics: {
    owns: 'every figure with its formula and rows, goals, activity against result, allowance',
    knows: ['team'],
    readsViews: true,
  },
  reports: {
    owns: 'aging and its review, over 60 days, metrics, packs, report builder',
    knows: [],
    rulesOf: ['customers', 'ledger', 'promises'],
    readsViews: true,
  },
  packs: {
    owns: 'reports that send themselves: schedules, issues kept as sent, their readers',
    // A pack says what the aging, the cases and the promises say; what fails becomes a task.
    knows: [
      'team',
      'customers',
      'ledger',
      'disputes',
      'promises',
      'escalations',
      'tasks',
      'reports',
      'metrics',
    ],
    readsViews: true,
  },
  webhooks: {
    owns: 'what other programs are told of, each try to deliver it',
    knows: ['team', 'customers'],
    // Whose account the news is about, by the numbers that other programs know.
    readsViews: true,
  },
  datasets: {
    owns: 'the catalogue of documented datasets, reports built on it, the feed for spreadsheets',
    // Reasons and causes are called as the cases call them.
    knows: ['disputes'],
    readsViews: true,
  },
  dashboards: {
    owns: 'what a manager and a CFO see at a glance, live, each figure down to its rows',
    // A Pareto of causes names them as the cases do.
    knows: ['metrics', 'disputes'],
    readsViews: true,
  },
  portal: {
    owns: 'the customer’s own window',
    knows: ['customers', 'invoices', 'promises', 'disputes', 'cash', 'documents', 'correspondence'],
  },
  workbooks: {
    owns: 'Excel both ways: signed workbooks out, edited ones back as a reviewed diff',
    // An edited cell becomes the act of the area that owns the fact.
    knows: ['customers', 'ledger', 'promises', 'disputes', 'tasks', 'worklist'],
    readsViews: true,
    // A workbook is measured before it is opened.
    formats: true,
  },
  integrations: {
    owns: 'Salesforce, Oracle, Dynamics, 3E',
    knows: ['customers', 'invoices', 'ledger', 'cash', 'credit'],
  },
};
