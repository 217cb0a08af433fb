/** Says who coordinates a case, and who must find out: one of the desk, or somebody outside AR. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import type { CaseState } from '../rules/case-life.ts';
import type { Department, Outsider } from '../rules/routing.ts';
import { type CaseRef, stepCase, takeFile } from './step-case.ts';

export type AssignCase = CaseRef & {
  readonly department: Department;
  readonly coordinatorId: Id | null;
  readonly ownerId: Id | null;
  readonly outside: Outsider | null;
  readonly note: string;
};

export type AssignRefusal =
  | 'dispute.no_such_case'
  | 'dispute.closed'
  | 'dispute.no_such_person'
  | 'dispute.two_owners';

/** An owner who is named is asked by that; without one the case is open again. */
export async function assignCase(
  context: Context,
  wish: AssignCase,
): Promise<Outcome<{ state: CaseState }, AssignRefusal>> {
  const { department, coordinatorId, ownerId, outside, note } = wish;
  const taken = await takeFile(context, wish);
  if (!taken.ok) return taken;
  const { file } = taken.value;
  if (file.state === 'closed') return refuse('dispute.closed');
  if (ownerId !== null && outside !== null) return refuse('dispute.two_owners');
  const names: string[] = [];
  for (const memberId of [coordinatorId, ownerId]) {
    const member = memberId === null ? undefined : await memberById(context.tx, memberId);
    if (memberId !== null && !member?.active) return refuse('dispute.no_such_person');
    names.push(member?.name ?? '');
  }
  const waits = file.state === 'open' || file.state === 'with_owner';
  const owned = ownerId !== null || outside !== null;
  const state = waits ? (owned ? 'with_owner' : 'open') : file.state;
  const [coordinator = '', owner = ''] = names;
  const after = await stepCase(context, file, {
    kind: 'assigned',
    facts: { coordinator, owner: owner === '' ? (outside?.name ?? '') : owner, department },
    note,
    change: { department, coordinatorId, ownerId, outside, state },
  });
  return accept({ state: after.state });
}
