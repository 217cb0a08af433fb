/** The account that a command names by its number; asks which company when several have it. */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { Unfit } from './command.ts';
import { say } from './say.ts';

const words = {
  'account.unknown': {
    en: 'No account has the number {account}.',
    es: 'Ninguna cuenta tiene el número {account}.',
  },
  'account.ambiguous': {
    en: 'Several companies have an account {account}. Say which with --company: {companies}.',
    es: 'Varias empresas tienen una cuenta {account}. Diga cuál con --company: {companies}.',
  },
};

/** Of the accounts that have the number, the only one; throws Unfit when there is none, or more. */
export function oneAccount(
  account: string,
  found: readonly { readonly accountId: Id; readonly company: string }[],
  language: Language,
): Id {
  const [only, ...others] = found;
  if (only && others.length === 0) return only.accountId;
  const companies = found.map((each) => each.company).join(', ');
  const code = only ? 'account.ambiguous' : 'account.unknown';
  throw new Unfit(code, say(words, code, { account, companies }, language));
}
