/** Which company a write is for: the one that was named, or the only one there is. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';

/** Refused when somebody works for several and names none. */
export function companyFor(
  { companies }: Session,
  code: string | undefined,
): Outcome<Id, 'bank_files.which_company' | 'team.no_such_company'> {
  if (code !== undefined) {
    const named = companies.find((company) => company.code === code);
    return named ? accept(named.companyId) : refuse('team.no_such_company', { company: code });
  }
  const real = companies.filter(({ demo }) => !demo);
  const [only, ...others] = real.length > 0 ? real : companies;
  if (only && others.length === 0) return accept(only.companyId);
  return refuse('bank_files.which_company', {
    companies: (real.length > 0 ? real : companies).map((each) => each.code).join(', '),
  });
}
