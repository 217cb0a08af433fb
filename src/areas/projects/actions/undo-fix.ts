/** Takes a repair back as a whole, last step first; the facts of both stay. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { endContact, ensureAccounts } from '#areas/customers/index.ts';
import { reverseApplication, reverseItem } from '#areas/ledger/index.ts';
import {
  type Fix,
  type FixKind,
  type Step,
  insertUndone,
  latestFixes,
  stepsOf,
} from '../store/fixes.ts';
import { findDoubtful } from './find-doubtful.ts';

export type By = {
  readonly companies: CompanyScope;
  readonly permissions: readonly string[];
};

/** What one must be allowed to take a repair back: what one needed to make it. */
const needed = {
  apply_credits: 'cash.apply',
  set_fields: 'accounts.edit',
  close_duplicates: 'ledger.write_off',
} as const;

/** Refuses by the ledger's names when an application was built upon; then nothing is undone. */
export async function undoFix(
  context: Context,
  fixId: Id,
  { companies, permissions }: By,
): Promise<Outcome<{ undone: number }, string>> {
  const fix = (await latestFixes(context.tx, companies)).find((each) => each.fixId === fixId);
  if (!fix) return refuse('fix.no_such_fix');
  if (!permissions.includes(needed[fix.kind])) return refuse('fix.not_allowed');
  if (!(await insertUndone(context, fixId))) return refuse('fix.undone_already');
  const steps = await stepsOf(context.tx, fixId);
  const done = await backs[fix.kind](context, steps, fix);
  if (!done.ok) return done;
  await findDoubtful(context, { accountIds: [...new Set(steps.map((step) => step.accountId))] });
  context.did({ what: 'fix undone', id: fixId, facts: { steps: steps.length } });
  return accept({ undone: steps.length });
}

type Back = (context: Context, steps: readonly Step[], fix: Fix) => Promise<Outcome<true, string>>;

const takeBack: Back = async (context, steps) => {
  for (const { accountId, facts } of steps) {
    const applicationId = id(facts['applicationId'] ?? '');
    const wish = { accountId, applicationId, when: 'correction' } as const;
    const done = await reverseApplication(context, wish);
    if (!done.ok) return done;
  }
  return accept(true);
};

/** Takes each credit off its invoice and reverses the memo that nothing uses any more. */
const openAgain: Back = async (context, steps, fix) => {
  const free = await takeBack(context, steps, fix);
  if (!free.ok) return free;
  for (const { accountId, facts } of steps) {
    const itemId = id(facts['creditItemId'] ?? '');
    const done = await reverseItem(context, { accountId, itemId, reversedOn: context.today });
    if (!done.ok) return done;
  }
  return accept(true);
};

const restore: Back = async (context, steps, { companyId }) => {
  const stated = steps
    .filter(({ facts }) => facts['customer'] !== undefined)
    .map(({ facts }) => ({
      customerNumber: facts['customer'] ?? '',
      name: '',
      language: facts['language'] === 'es' ? ('es' as const) : ('en' as const),
      termsCode: facts['termsCode'] ?? null,
    }));
  await ensureAccounts(context, companyId, stated, { source: 'verification' });
  for (const { accountId, facts } of steps) {
    if (typeof facts['contactId'] !== 'string') continue;
    const done = await endContact(context, { accountId, contactId: id(facts['contactId']) });
    if (!done.ok) return done;
  }
  return accept(true);
};

const backs: Readonly<Record<FixKind, Back>> = {
  apply_credits: takeBack,
  set_fields: restore,
  close_duplicates: openAgain,
};
