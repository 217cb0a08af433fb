/** The one company that a command about a portfolio is about, and people by their addresses. */
import type { Id } from '#kernel/ids.ts';
import { companies, companiesNamed, memberByEmail } from '#areas/team/index.ts';
import { type CliDesk, Unfit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

type Company = Awaited<ReturnType<typeof companies>>[number];

/** Throws Unfit when there are several and none was named. */
export async function oneCompany(desk: CliDesk, code: string | undefined): Promise<Company> {
  const found = await companies(desk.db, await companiesNamed(desk, code));
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const named = found.map((each) => each.code).join(', ');
  const name = 'portfolio.name_company';
  throw new Unfit(name, say(words, name, { companies: named }, desk.language));
}

/** Throws Unfit for an address that nobody has. */
export async function memberIdOf(desk: CliDesk, email: string): Promise<Id> {
  const member = await memberByEmail(desk.db, email.trim());
  if (member) return member.memberId;
  const name = 'portfolio.user_unknown';
  throw new Unfit(name, say(words, name, { user: email }, desk.language));
}
