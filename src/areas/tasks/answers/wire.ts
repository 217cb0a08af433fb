/** Tasks as the API and `dunlin tasks --json` write them, in the order of the inbox. */
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { WireTask, oneTask } from '../contract.ts';
import { inOrder } from '../rules/inbox.ts';
import type { ListedTask, TaskMoment } from '../store/list.ts';

/** Standing tasks in the order to take them. */
export function wireInbox(tasks: readonly ListedTask[]): WireTask[] {
  return inOrder(tasks).map(wireTask);
}

export function wireTask(listed: ListedTask): WireTask {
  const { accountId, account, accountName, dueMinutes, needs, lines, ...rest } = listed;
  return {
    ...rest,
    account:
      accountId === null
        ? null
        : { accountId, number: account ?? '', name: accountName ?? account ?? '' },
    dueTime: dueMinutes === null ? null : clockOf(dueMinutes),
    needs: [...needs],
    lines: [...lines],
  };
}

function clockOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

type Moment = AnswerOf<typeof oneTask>['history'][number];

export function wireMoment({ actor, facts, ...rest }: TaskMoment, language: Language): Moment {
  return { ...rest, actor: actorName(actor, language), facts: { ...facts } };
}
