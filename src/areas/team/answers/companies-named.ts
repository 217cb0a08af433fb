/** Which companies a command is about: the named one, else every real one. Some take only one. */
import type { Id } from '#kernel/ids.ts';
import { type CliDesk, Unfit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { type Company, companies, companiesInScope } from '../store/companies.ts';
import { words } from '../words.ts';

/** Throws Unfit for a code that no company has: an empty list would look like a paid book. */
export async function companiesNamed(desk: CliDesk, company: string | undefined): Promise<Id[]> {
  const found = await companiesInScope(desk.db, 'all', company);
  if (company === undefined || found.length > 0) return found;
  const known = (await companies(desk.db, 'all')).map(({ code }) => code).join(', ') || '—';
  const code = 'team.company_unknown';
  throw new Unfit(code, say(words, code, { company, known }, desk.language));
}

/** The company of a command that is about one: the named one, or the only one there is. */
export async function oneCompany(desk: CliDesk, code: string | undefined): Promise<Company> {
  const ids = await companiesNamed(desk, code);
  const found = (await companies(desk.db, ids)).at(0);
  if (found && ids.length === 1) return found;
  const known = (await companies(desk.db, 'all')).map((each) => each.code).join(', ') || '—';
  const refusal = 'team.company_not_named';
  throw new Unfit(refusal, say(words, refusal, { known }, desk.language));
}
