/** Sets the language or the terms of many accounts at once, keeping what stood before. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { accountFields, insertFix } from '../store/fixes.ts';
import { findDoubtful } from './find-doubtful.ts';

export type SetFields = {
  readonly companyId: Id;
  readonly accountIds: readonly Id[];
  /** Undefined: stays as it is. */
  readonly language?: 'en' | 'es' | undefined;
  readonly termsCode?: string | undefined;
};

export async function setFields(
  context: Context,
  { companyId, accountIds, language, termsCode }: SetFields,
): Promise<Outcome<{ fixId: Id; changed: number }, 'fix.nothing_to_do'>> {
  const own = await accountFields(context.tx, accountIds, companyId);
  const changing = own.filter(
    (each) =>
      (language !== undefined && each.language !== language) ||
      (termsCode !== undefined && each.termsCode !== termsCode),
  );
  if (changing.length === 0) return refuse('fix.nothing_to_do');
  const stated = changing.map(({ customer }) => {
    return { customerNumber: customer, name: '', language, termsCode };
  });
  await ensureAccounts(context, companyId, stated, { source: 'verification' });
  const fixId = context.newId();
  const steps = changing.map(({ accountId, customer, language: was, termsCode: had }) => {
    return { accountId, facts: { customer, language: was, termsCode: had } };
  });
  await insertFix(context, { fixId, companyId, kind: 'set_fields' }, steps);
  await findDoubtful(context, { accountIds: changing.map((each) => each.accountId) });
  context.did({ what: 'fields set', id: fixId, facts: { count: changing.length } });
  return accept({ fixId, changed: changing.length });
}
