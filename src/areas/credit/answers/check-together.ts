/**
 * Questions of order systems that come together are read together: while one round is answered,
 * those that arrive wait for the next, and one statement reads for all of them.
 *
 * Nothing is remembered between rounds, so that every answer is a fresh computation.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Id } from '#kernel/ids.ts';
import type { Desk } from '#platform/action.ts';
import type { Db, Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type CheckOrder, type Checked, checkOrders } from '../actions/check-orders.ts';
import { type AccountName, type CalledAccount, accountsCalled } from '../store/account-refs.ts';

export type AskedOrder = Omit<CheckOrder, 'accountId'> & {
  readonly name: AccountName;
  readonly companies: CompanyScope;
};

export type CheckRefusal = 'credit.no_such_account' | 'credit.account_ambiguous';
type Answer = Outcome<Checked, CheckRefusal>;

type Waiting = {
  readonly asked: AskedOrder;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

type Round = { waiting: Waiting[]; running: boolean };

/** Of each database of this process. */
const rounds = new WeakMap<Db, Round>();

/** More accounts than this make a statement slow for the one who asked first. */
const mostAtOnce = 100;

export function checkTogether({ db, clock }: Desk, asked: AskedOrder): Promise<Answer> {
  const round = rounds.get(db) ?? { waiting: [], running: false };
  rounds.set(db, round);
  return new Promise((resolve, reject) => {
    round.waiting.push({ asked, resolve, reject });
    if (!round.running) void answerAll(db, round, clock.today());
  });
}

async function answerAll(db: Db, round: Round, today: Day): Promise<void> {
  round.running = true;
  while (round.waiting.length > 0) {
    const now = round.waiting.splice(0, mostAtOnce);
    try {
      const answers = await answersTo(
        db,
        now.map(({ asked }) => asked),
        today,
      );
      now.forEach(({ resolve }, at) => resolve(answers[at] ?? refuse('credit.no_such_account')));
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }
  round.running = false;
}

async function answersTo(db: Queries, asked: readonly AskedOrder[], today: Day): Promise<Answer[]> {
  const called = await accountsCalled(
    db,
    asked.map(({ name }) => name),
  );
  const named = asked.map((each, at) => theOne(called[at] ?? [], each));
  const questions = asked.flatMap((each, at) => {
    const one = named[at];
    return one?.ok === true ? [{ ...each, accountId: one.value }] : [];
  });
  const answers = await checkOrders(db, questions, today);
  let next = 0;
  return named.map((one): Answer => {
    if (!one.ok) return one;
    const answer = answers[next];
    next += 1;
    return answer === undefined ? refuse('credit.no_such_account') : accept(answer);
  });
}

/** The account that a name means among those that the reader sees. */
export function theOne(
  found: readonly CalledAccount[],
  { name, companies }: Pick<AskedOrder, 'name' | 'companies'>,
): Outcome<Id, CheckRefusal> {
  const seen = found.filter(
    ({ companyId }) => companies === 'all' || companies.includes(companyId),
  );
  const [only, ...others] = seen;
  if (only === undefined) return refuse('credit.no_such_account', { account: name.account });
  if (others.length > 0) return refuse('credit.account_ambiguous', { account: name.account });
  return accept(only.accountId);
}
