/** The account that a command names by its number; asks which company when several have it. */
import type { Id } from '#kernel/ids.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { type CliDesk, Unfit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

export async function findAccount(
  desk: CliDesk,
  account: string,
  company: string | undefined,
): Promise<Id> {
  const found = await accountsNumbered(desk.db, account, company);
  const [only, ...others] = found;
  if (only && others.length === 0) return only.accountId;
  const companies = found.map((each) => each.company).join(', ');
  const code = only ? 'promises.account_ambiguous' : 'promises.account_unknown';
  throw new Unfit(code, say(words, code, { account, companies }, desk.language));
}
