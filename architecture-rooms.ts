/**
 * The rooms of the house: which folder may import which, in every area alike.
 *
 * What a room does not say it may import, it may not; the areas stand in architecture.ts.
 */
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
    // What each country's telephone numbers look like, as data.
    packages: ['libphonenumber-js'],
  },
  {
    name: 'formats',
    at: ['src/formats/**'],
    says: 'pure readers and writers of outside files',
    house: ['kernel', 'formats'],
    // Parsers that touch nothing but the text they are handed.
    packages: ['saxes', 'yaml'],
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
    // The neutral form: rows are written as the file told them.
    house: [
      'kernel',
      'formats/neutral',
      'platform/action',
      'platform/auth/roles',
      'platform/postgres',
    ],
  },
  {
    name: 'actions',
    at: ['src/areas/*/actions/**'],
    says: 'one verb a file: load, decide, write, in one transaction',
    own: ['rules', 'store', 'actions'],
    others: ['rules', 'index'],
    // The fingerprint: what is known again by what it says is known by its hash.
    house: [
      'kernel',
      'formats',
      'platform/action',
      'platform/auth/roles',
      'platform/auth/duties',
      'platform/files/fingerprint',
      'platform/postgres',
      // A model is learnt in a thread of its own, so that nobody waits for an answer meanwhile.
      'platform/process/off-loop',
      // A template is refused before it is kept, by the language in which it is written.
      'platform/templates',
    ],
  },
  {
    name: 'contract',
    at: ['src/areas/*/contract.ts', 'src/areas/*/contract/**'],
    says: 'what crosses the wire',
    own: ['rules', 'contract'],
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
    own: ['rules', 'store', 'answers', 'actions'],
    others: ['rules', 'index'],
    house: ['kernel', 'platform'],
  },
  {
    name: 'reactions',
    at: ['src/areas/*/reactions.ts'],
    says: 'events of other areas to actions',
    // A run hears that it goes on, and draws its next papers.
    own: ['rules', 'store', 'answers', 'actions'],
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
    // What a deadline or a case of another area is called is said in that area's words.
    others: ['words'],
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
    // What comes out of an opened mail: its words, the files of a winmail.dat.
    house: [
      'kernel',
      'formats/csv',
      'formats/mail',
      'formats/remittance',
      'formats/tnef',
      'platform',
    ],
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
