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
  },
  clocks: { owns: 'every deadline: start, due, law or source, stop rules', knows: [] },
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
  correspondence: {
    owns: 'emails, letters, calls, texts, the AR mailbox',
    knows: ['customers', 'compliance', 'documents'],
  },
  complaints: { owns: 'the register, acknowledgement, answer', knows: ['customers'] },
  disputes: { owns: 'cases, reasons, owners', knows: ['customers', 'ledger', 'invoices'] },
  promises: { owns: 'promises, plans, instalments', knows: ['customers', 'ledger'] },
  credit: {
    owns: 'limits, holds, order releases',
    knows: ['customers', 'ledger', 'disputes', 'promises'],
  },
  imports: {
    owns: 'files of accounts and items, mappings, previews, undo',
    knows: ['customers', 'ledger', 'invoices', 'documents', 'disputes', 'promises', 'credit'],
    readsViews: true,
    formats: true,
  },
  refunds: {
    owns: 'overpayments, approvals, federal clocks',
    knows: ['customers', 'ledger', 'cash', 'compliance'],
  },
  forecast: {
    owns: 'payment prediction, the cash forecast, their accuracy',
    knows: [],
    readsViews: true,
  },
  students: {
    owns: 'terms, payers, withdrawals',
    knows: ['customers', 'ledger', 'promises', 'refunds'],
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
    owns: 'clean-up projects, improvements, huddles, action items',
    knows: ['team', 'customers'],
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
  'customers.account_card',
  'customers.covered_on',
  'customers.family_on',
  'customers.initial_of',
  'customers.reachable',
  'disputes.open_dispute',
  'disputes.open_disputes_known',
  'invoices.document_card',
  'ledger.account_items_known',
  'ledger.applied_money',
  'ledger.control_difference',
  'ledger.entry_card',
  'ledger.item_card',
  'ledger.item_name',
  'ledger.latest_recording',
  'ledger.movement',
  'ledger.open_items_known',
  'ledger.open_items_on',
  'ledger.received_money',
  'ledger.trial_balance',
  'promises.latest_recording',
  'promises.named_item',
  'promises.promise_card',
  'promises.promises_known',
  'tasks.account_task',
  'team.absence_card',
  'team.company',
  'team.covering_on',
  'team.member',
  'team.person',
];

/** Events that only outsiders hear; every other one has a listener in server/wiring.ts. */
export const externalEvents: readonly string[] = [
  'customers.note_added',
  'customers.owner_assigned',
  'ledger.credit_reserved',
  'ledger.discount_unearned',
  'ledger.open_items_revalued',
  'ledger.period_changed',
  'ledger.reservation_ended',
  'team.absence_cancelled',
  'team.absence_ended',
  'team.absence_planned',
  'team.work_handed_back',
  'worklist.account_taken_over',
  'worklist.hand_over_read',
  'worklist.handed_over',
  'worklist.work_done',
  'worklist.work_snoozed',
  'worklist.work_undone',
];

export type Room = {
  readonly name: string;
  /** `*` is one name, a trailing `**` everything below. The first room that fits holds the file. */
  readonly at: readonly string[];
  readonly says: string;
  /** Rooms of the same area. */
  readonly own?: readonly string[];
  /** Rooms of other areas: those the area may know; outside the areas, of any area. */
  readonly others?: readonly string[];
  /** Folders and files of src outside the areas. */
  readonly house?: readonly string[];
  /** Files outside src. */
  readonly outside?: readonly string[];
  /** npm packages, by name. */
  readonly packages?: 'any' | readonly string[];
  /** May import what comes with Node. */
  readonly node?: true;
};

/** What a room does not say it may import, it may not. */
export const rooms: readonly Room[] = [
  {
    name: 'kernel',
    at: ['src/kernel/**'],
    says: 'pure words that everybody uses',
    house: ['kernel'],
  },
  {
    name: 'formats',
    at: ['src/formats/**'],
    says: 'pure readers and writers of outside files',
    house: ['kernel', 'formats'],
  },
  {
    name: 'rules',
    at: ['src/areas/*/rules/**'],
    says: 'pure: what may be done, what follows, how much',
    own: ['rules'],
    others: ['rules'],
    house: ['kernel', 'formats'],
  },
  {
    name: 'store',
    at: ['src/areas/*/store.ts', 'src/areas/*/store/**'],
    says: 'all SQL of the area',
    own: ['rules', 'store'],
    others: ['rules'],
    // Roles: what an actor may do decides on which day a posting counts.
    house: ['kernel', 'platform/action', 'platform/auth/roles', 'platform/postgres'],
  },
  {
    name: 'actions',
    at: ['src/areas/*/actions/**'],
    says: 'one verb a file: load, decide, write, in one transaction',
    own: ['rules', 'store', 'actions'],
    others: ['rules', 'index'],
    house: ['kernel', 'formats', 'platform/action', 'platform/auth/roles', 'platform/postgres'],
  },
  {
    name: 'contract',
    at: ['src/areas/*/contract.ts'],
    says: 'what crosses the wire',
    own: ['rules'],
    house: ['kernel', 'platform/contract'],
    packages: ['zod'],
  },
  {
    name: 'answers',
    at: ['src/areas/*/answers/**'],
    says: 'what a read answers to http and commands: as data, a file, a letter',
    own: ['rules', 'store', 'actions', 'contract', 'words', 'answers'],
    others: ['rules', 'index'],
    house: ['kernel', 'formats', 'platform'],
    packages: ['zod'],
    node: true,
  },
  {
    name: 'http',
    at: ['src/areas/*/http.ts', 'src/areas/*/http/**'],
    says: 'routes to reads and actions: parse, act, answer',
    own: ['rules', 'store', 'answers', 'actions', 'contract', 'http'],
    others: ['rules', 'index'],
    house: ['kernel', 'platform'],
  },
  {
    name: 'jobs',
    at: ['src/areas/*/jobs.ts'],
    says: 'schedules to actions',
    own: ['rules', 'store', 'actions'],
    others: ['rules', 'index'],
    house: ['kernel', 'platform'],
  },
  {
    name: 'reactions',
    at: ['src/areas/*/reactions.ts'],
    says: 'events of other areas to actions',
    own: ['rules', 'store', 'actions'],
    others: ['rules', 'index'],
    house: ['kernel', 'platform'],
  },
  {
    name: 'commands',
    at: ['src/areas/*/commands.ts', 'src/areas/*/commands/**'],
    says: 'verbs of the command line to actions',
    own: ['rules', 'store', 'answers', 'actions', 'contract', 'words', 'commands'],
    others: ['rules', 'index'],
    house: ['kernel', 'formats', 'platform'],
    node: true,
  },
  {
    name: 'words',
    at: ['src/areas/*/words.ts', 'src/areas/*/words/**'],
    says: 'every phrase of the area, English and Spanish side by side',
    own: ['rules', 'contract', 'words'],
    house: ['kernel'],
  },
  {
    name: 'screens/index',
    at: ['src/areas/*/screens/index.ts'],
    says: 'what the screens of other areas may show',
    own: ['screens'],
  },
  {
    name: 'screens',
    at: ['src/areas/*/screens/**'],
    says: 'what it looks like',
    own: ['rules', 'contract', 'words', 'screens'],
    others: ['rules', 'screens/index'],
    house: ['kernel', 'platform/contract', 'web/ui', 'web/api', 'web/words', 'web/paths'],
    packages: ['react', '@tanstack/react-query', '@tanstack/react-router'],
  },
  {
    name: 'index',
    at: ['src/areas/*/index.ts'],
    says: 'what the server code of other areas may call',
    own: ['rules', 'store', 'answers', 'actions'],
    house: ['kernel'],
  },
  {
    name: 'platform/contract',
    at: ['src/platform/contract/**'],
    says: 'the shape of a route, shared by server and web app',
    house: ['kernel', 'platform/contract'],
    packages: ['zod'],
  },
  {
    name: 'platform',
    at: ['src/platform/**'],
    says: 'input and output shared by areas; knows no area',
    house: ['kernel', 'platform'],
    packages: 'any',
    node: true,
  },
  {
    name: 'web/ui',
    at: ['src/web/ui/**'],
    says: 'the design system; knows no area',
    house: ['kernel', 'web/ui', 'web/words'],
    packages: 'any',
  },
  {
    name: 'web',
    at: ['src/web/**'],
    says: 'the shell: frame, routes, client',
    others: ['rules', 'contract', 'words', 'screens/index', 'screens'],
    house: ['kernel', 'platform/contract', 'web'],
    packages: 'any',
  },
  {
    name: 'server',
    at: ['src/server/**'],
    says: 'composition: routes, wiring, errors, start',
    others: ['rules', 'contract', 'words', 'http', 'jobs', 'reactions', 'index'],
    house: ['kernel', 'formats', 'platform', 'server'],
    // The first start fills an empty desk.
    outside: ['db/seed/demo.ts', 'db/seed/people.ts'],
    packages: 'any',
    node: true,
  },
  {
    name: 'cli',
    at: ['src/cli/**'],
    says: 'composition: the command line',
    others: ['rules', 'contract', 'words', 'commands', 'index'],
    house: ['kernel', 'formats', 'platform', 'server', 'cli'],
    packages: 'any',
    node: true,
  },
];
