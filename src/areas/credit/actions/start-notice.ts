/** The customer is told of credit that was cut, refused or turned down: by when, as a clock. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { noticeDue } from '../rules/limit-change.ts';
import type { LimitSubject } from '../store/limits.ts';

export type Telling = {
  readonly accountId: Id;
  /** The limit, the request or the order that it is about: one notice each. */
  readonly about: { readonly kind: 'credit_limit' | 'order'; readonly id: Id };
  readonly subject: LimitSubject;
};

/** Null where no notice is due: acting on an account because it is behind needs none. */
export async function startNotice(
  context: Context,
  { accountId, about, subject }: Telling,
  isForDelinquency: boolean,
): Promise<Day | null> {
  const { today } = context;
  const told = noticeDue(subject.kind, isForDelinquency, today);
  if (!told) return null;
  const { companyId, ownerId } = subject;
  const { dueOn, source, notice } = told;
  await startClock(context, {
    key: `adverse/${about.id}`,
    kind: 'adverse_action',
    companyId,
    accountId,
    about,
    startedOn: today,
    dueOn,
    source,
    ownerId,
    facts: { writtenReasons: notice.writtenReasons ? 'yes' : 'if asked' },
  });
  return dueOn;
}
