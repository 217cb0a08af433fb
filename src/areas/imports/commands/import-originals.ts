/**
 * `dunlin import <folder of PDFs>`: original invoices and proofs of delivery, linked by name.
 *
 * A folder may hold tables as well; those are one import and go first, so that the invoices are
 * there when their papers come.
 */
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Refused } from '#kernel/outcome.ts';
import { type OriginalFile, addOriginals, wireIntake } from '#areas/documents/index.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Exit, Unfit } from '#platform/cli/command.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

export type Sorted = { readonly tables: string[]; readonly originals: OriginalFile[] };

const papers = /\.(?:pdf|png|jpe?g|tiff?)$/iu;
const tables = /\.(?:csv|tsv|txt|xlsx)$/iu;

/** Papers apart from what may be a table; a folder without papers stays among the tables. */
export async function sortFiles(names: readonly string[]): Promise<Sorted> {
  const sorted: Sorted = { tables: [], originals: [] };
  for (const name of names) {
    const found = await stat(name).catch(() => undefined);
    const inside = found?.isDirectory() ? await readdir(name) : [];
    const some = inside.filter((each) => papers.test(each)).toSorted();
    for (const each of some) sorted.originals.push(original(path.join(name, each)));
    if (found?.isFile() && papers.test(name)) sorted.originals.push(original(name));
    else if (some.length === 0 || inside.some((each) => tables.test(each)))
      sorted.tables.push(name);
  }
  return sorted;
}

/** What is larger than any original is not read whole to be refused. */
const mostBytes = 26 * 1024 * 1024;

function original(file: string): OriginalFile {
  return {
    name: path.basename(file),
    async read() {
      const { size } = await stat(file);
      const content = size > mostBytes ? new Uint8Array(mostBytes) : await readFile(file);
      return { content, sha256: fingerprint(content) };
    },
  };
}

export type OriginalsHow = {
  readonly company?: string | undefined;
  readonly 'accept-good': boolean;
  readonly 'dry-run': boolean;
  readonly json: boolean;
};

/** Takes the papers in; 1 when one of them did not fit and the good ones were not accepted. */
export async function importOriginals(
  desk: CliDesk,
  files: readonly OriginalFile[],
  how: OriginalsHow,
): Promise<Exit> {
  const companies = await companiesNamed(desk, how.company);
  const wish = { files, companies, acceptGood: how['accept-good'] };
  let seen: ReturnType<typeof wireIntake> | undefined;
  const doing = {
    action: 'documents.add_originals',
    actor: desk.actor,
    reason: `import of ${files.length} original files`,
    input: { files: files.map(({ name }) => name), company: how.company ?? null },
    dryRun: how['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    addOriginals(context, wish, (intake) => (seen = wireIntake(intake, desk.language))),
  );
  if (!seen) {
    if (done.ok) throw new Error('the intake ended without an outcome');
    throw unfit(desk, done);
  }
  report(desk, seen, how);
  return done.ok ? 0 : 1;
}

function report(desk: CliDesk, seen: ReturnType<typeof wireIntake>, how: OriginalsHow): void {
  if (how.json) {
    desk.print(JSON.stringify({ kind: 'originals', ...seen, dryRun: how['dry-run'] }));
    return;
  }
  const facts = {
    files: seen.files,
    linked: seen.linked.length,
    duplicates: seen.duplicates.length,
    problems: seen.problems.length,
  };
  desk.print(say(words, 'import.cli_originals', facts, desk.language));
  for (const { file, message, remedy } of seen.problems) {
    desk.complain(`${file}: ${message} ${remedy}`);
  }
}

function unfit(desk: CliDesk, { refusal, facts }: Refused<string>): Unfit {
  return new Unfit(refusal, say(words, refusal, facts, desk.language));
}
