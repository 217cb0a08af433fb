/**
 * Questions of order systems that come together are read together: while one round is answered,
 * those that arrive wait for the next, and one statement reads for all of them.
 *
 * Nothing is remembered between rounds, so that every answer is a fresh computation.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { makeTogether } from '#platform/together.ts';
import { type CheckOrder, type Checked, checkOrders } from '../actions/check-orders.ts';
import { type AccountName, type CalledAccount, accountsCalled } from '../store/account-refs.ts';

/** An account as somebody calls it, and the companies that they see. */
export type AskedAccount = { readonly name: AccountName; readonly companies: CompanyScope };

export type AskedOrder = Omit<CheckOrder, 'accountId'> & AskedAccount;

export type CheckRefusal = 'credit.no_such_account' | 'credit.account_ambiguous';

/** More accounts than this make a statement slow for the one who asked first. */
const most = 100;

export const checkTogether = makeTogether<AskedOrder, Outcome<Checked, CheckRefusal>>({
  most,
  answer: async ({ db, clock }, asked) => {
    const named = await accountsMeant({ db }, asked);
    const questions = asked.flatMap((each, at) => {
      const one = named[at];
      return one?.ok === true ? [{ ...each, accountId: one.value }] : [];
    });
    const answers = (await checkOrders(db, questions, clock.today())).values();
    return named.map((one) => {
      if (!one.ok) return one;
      const answer = answers.next().value;
      return answer === undefined ? refuse('credit.no_such_account') : accept(answer);
    });
  },
});

/** The account that each of many means, asked at the same time. */
export const accountTogether = makeTogether<AskedAccount, Outcome<Id, CheckRefusal>>({
  most,
  answer: accountsMeant,
});

async function accountsMeant(
  { db }: Pick<Desk, 'db'>,
  asked: readonly AskedAccount[],
): Promise<Outcome<Id, CheckRefusal>[]> {
  const called = await accountsCalled(
    db,
    asked.map(({ name }) => name),
  );
  return asked.map((each, at) => theOne(called[at] ?? [], each));
}

/** The account that a name means among those that the reader sees. */
function theOne(
  found: readonly CalledAccount[],
  { name, companies }: AskedAccount,
): Outcome<Id, CheckRefusal> {
  const seen = found.filter(
    ({ companyId }) => companies === 'all' || companies.includes(companyId),
  );
  const [only, ...others] = seen;
  if (only === undefined) return refuse('credit.no_such_account', { account: name.account });
  if (others.length > 0) return refuse('credit.account_ambiguous', { account: name.account });
  return accept(only.accountId);
}
