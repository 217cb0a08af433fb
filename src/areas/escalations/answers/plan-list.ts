/** The list of action plans: each with its next step, as a table, a file and on the screen. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Column } from '#platform/cli/table.ts';
import { nextStep } from '../rules/action-plan.ts';
import type { ActionPlan, ActionStep } from '../store/action-plans.ts';
import { responseNames, resultNames, stepNames } from '../words/action-plans.ts';
import { words } from '../words.ts';

export type ListedPlan = ActionPlan & { readonly next: ActionStep | undefined };

export function listed(plan: ActionPlan): ListedPlan {
  return { ...plan, next: nextStep(plan.steps) };
}

export function planColumns(language: Language, today: Day): Column<ListedPlan>[] {
  const text = (name: string): string => say(words, `action_plans.${name}`, {}, language);
  return [
    { title: text('account'), text: (row) => row.account },
    { title: text('name'), text: (row) => row.name },
    { title: text('response'), text: (row) => responseNames[row.response][language] },
    { title: text('goal'), text: (row) => row.goal },
    { title: text('owner'), text: (row) => row.owner },
    { title: text('step'), text: ({ next }) => (next ? stepName(next, language) : '') },
    { title: text('step_owner'), text: ({ next }) => next?.owner ?? '' },
    { title: text('due'), text: ({ next }) => next?.dueOn ?? '' },
    {
      title: text('done'),
      right: true,
      text: ({ steps }) => {
        const kept = steps.filter(({ state }) => state !== 'dropped');
        return `${kept.filter(({ state }) => state === 'done').length}/${kept.length}`;
      },
    },
    { title: text('made'), text: (row) => row.madeOn },
    {
      title: text('state'),
      text: ({ result, next }) => {
        if (result !== null) return resultNames[result][language];
        if (next === undefined) return text('to_end');
        return text(next.dueOn < today ? 'late' : 'open');
      },
    },
  ];
}

function stepName({ code, title }: ActionStep, language: Language): string {
  return code === null ? title : stepNames[code][language];
}
