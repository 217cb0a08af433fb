/** Which companies a command is about: the named one, else every real one. */
import type { Id } from '#kernel/ids.ts';
import { type CliDesk, Unfit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { companies, companiesInScope } from '../store/companies.ts';
import { words } from '../words.ts';

/** Throws Unfit for a code that no company has: an empty list would look like a paid book. */
export async function companiesNamed(desk: CliDesk, company: string | undefined): Promise<Id[]> {
  const found = await companiesInScope(desk.db, 'all', company);
  if (company === undefined || found.length > 0) return found;
  const known = (await companies(desk.db, 'all')).map(({ code }) => code).join(', ') || '—';
  const code = 'team.company_unknown';
  throw new Unfit(code, say(words, code, { company, known }, desk.language));
}
