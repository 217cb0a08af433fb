/**
 * Which accounts and companies a caller may name at all.
 *
 * Checked once for every route, by the names of the fields: whoever is limited to some
 * companies gets the same answer for an account of another one as for none at all. So a
 * handler needs no check of its own for an account it was given.
 */
import { type Id, parseId } from '#kernel/ids.ts';
import { refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { RefusedRequest } from './errors.ts';
import type { House } from './register.ts';

/** What a request names: its parameters, its query and its body, already parsed. */
export type Named = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

export type CompanyOf = (accountId: Id) => Promise<Id | undefined>;

/** Throws `ledger.no_such_account` or `team.no_such_company` for what is out of sight. */
export async function refuseOutOfSight(
  session: Session,
  { params, query, body }: Named,
  companyOf: CompanyOf,
): Promise<void> {
  const limited = session.companyIds !== 'all';
  const codes = [...texts(query, isCompany), ...(limited ? texts(body, isCompany) : [])];
  for (const code of codes) {
    if (!session.companies.some((company) => company.code === code)) {
      throw new RefusedRequest(refuse('team.no_such_company', { company: code }));
    }
  }
  if (!limited) return;
  for (const text of [params, query, body].flatMap((part) => texts(part, isAccount))) {
    const accountId = parseId(text);
    const companyId = accountId && (await companyOf(accountId));
    if (!companyId || !session.companyIds.includes(companyId)) {
      throw new RefusedRequest(refuse('ledger.no_such_account'));
    }
  }
}

/** Throws `worklist.locked_save` while somebody else has the account open, unless one knows. */
export async function refuseWhileHeld(
  { memberId }: Session,
  { params, query }: Named,
  { otherHolder }: Pick<House, 'otherHolder'>,
): Promise<void> {
  if (texts(query, (key) => key === 'anyway').includes('true')) return;
  for (const text of texts(params, isAccount)) {
    const accountId = parseId(text);
    const name = accountId && (await otherHolder(accountId, memberId));
    if (name !== undefined) throw new RefusedRequest(refuse('worklist.locked_save', { name }));
  }
}

function isCompany(key: string): boolean {
  return key === 'company';
}

/** `accountId`, `toAccountId`, `accountIds`. */
function isAccount(key: string): boolean {
  return /accountids?$/iu.test(key);
}

/** The texts, or lists of texts, under keys that fit. */
function texts(part: unknown, fits: (key: string) => boolean): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([key]) => fits(key))
    .flatMap(([, value]: [string, unknown]) => value)
    .filter((value) => typeof value === 'string');
}
