/** Steps of a strategy file and the events that lead back to one of them. */
import type { Money } from '#kernel/money.ts';
import type { Phrase } from '#kernel/words.ts';
import type { Node } from '#formats/yaml/tree.ts';
import {
  type Approval,
  type Branch,
  type Step,
  branchEvents,
  helpers,
  innerActs,
  recipients,
  stepActs,
} from '../document.ts';
import { conditions } from './conditions.ts';
import {
  type Reader,
  type Where,
  complain,
  listOf,
  mapped,
  needed,
  optional,
  record,
  within,
} from './reader.ts';
import { amounts, keyWord, oneOf, phrase, text, whole } from './scalars.ts';

const approvalWord = oneOf(['never', 'always']);
const approvalAbove = record({
  above: needed(amounts, 'One amount a currency; other currencies always wait.'),
});

const approval: Reader<Approval> = {
  schema: { oneOf: [approvalWord.schema, approvalAbove.schema] },
  read(node, where) {
    if (node.is === 'map') {
      const said = approvalAbove.read(node, where);
      return said && { kind: 'above', amounts: said.above };
    }
    const kind = approvalWord.read(node, where);
    return kind && { kind };
  },
};

type Escalation = NonNullable<Step['escalation']>;
const helper = oneOf(helpers);
const escalationLater = record({
  role: needed(helper, 'To whom.'),
  after: needed(whole(1, 90), 'Days in which nobody did the step.'),
});

const escalation: Reader<Escalation> = {
  schema: { oneOf: [helper.schema, escalationLater.schema] },
  read(node, where) {
    if (node.is === 'map') {
      const said = escalationLater.read(node, where);
      return said && { to: said.role, afterDays: said.after };
    }
    const to = helper.read(node, where);
    return to && { to, afterDays: 0 };
  },
};

const written = record({
  key: needed(keyWord, 'Stable; notices and reports name the step by it.'),
  name: optional<Phrase | null>(phrase, null, 'How people call it.'),
  days: needed(whole(-60, 1000), 'Days past due; before the due day when negative.'),
  do: needed(oneOf(stepActs), 'What is done.'),
  also: optional(listOf(oneOf(innerActs)), [], 'What else, inside the house.'),
  template: optional<string | null>(text(60), null, 'The text of an email, letter or text.'),
  to: optional(oneOf(recipients), 'billing', 'Whom of the account it is for.'),
  approval: optional<Approval>(approval, { kind: 'never' }, 'When a person must approve it.'),
  when: optional(conditions, [], 'The step is left out where these do not hold.'),
  wait: optional<number | null>(whole(0, 365), null, 'Least days after the step before.'),
  minimum: optional<readonly Money[] | null>(amounts, null, 'Instead of that of the document.'),
  escalate_to: optional<Escalation | null>(escalation, null, 'Who takes it over.'),
});

const step: Reader<Step> = mapped(written, (said, node, where) => {
  const { key, name, days, also, template, to, when, minimum } = said;
  const act = said.do;
  const judged: Step = {
    key,
    name,
    days,
    act,
    also,
    template,
    to,
    approval: said.approval,
    when,
    waitDays: said.wait,
    minimum,
    escalation: said.escalate_to,
  };
  return isWhole(judged, node, where) ? judged : undefined;
});

/** A message needs words, a telephone call and what stays in the house need none. */
function isWhole({ key, act, template, escalation: up }: Step, node: Node, where: Where): boolean {
  const speaks = act === 'email' || act === 'letter' || act === 'sms';
  if (speaks && template === null) {
    complain('template_missing', node.at, within(where, 'template'), { step: key, act });
    return false;
  }
  if (act === 'escalate' && up?.afterDays !== 0) {
    complain('escalation_missing', node.at, within(where, 'escalate_to'), { step: key });
    return false;
  }
  return true;
}

export const steps: Reader<readonly Step[]> = mapped(listOf(step, 1), (all, node, where) => {
  const items = node.is === 'list' ? node.items : [];
  let fits = true;
  for (const [index, each] of all.entries()) {
    const at = items[index]?.at ?? node.at;
    const spot = within(where, index);
    const before = all[index - 1];
    if (all.slice(0, index).some(({ key }) => key === each.key)) {
      fits = false;
      complain('step_twice', at, within(spot, 'key'), { step: each.key });
    }
    if (before !== undefined && each.days < before.days) {
      const facts = { step: each.key, days: each.days, before: before.key, least: before.days };
      fits = false;
      complain('steps_out_of_order', at, within(spot, 'days'), facts);
    }
  }
  return fits ? all : undefined;
});

const branch: Reader<Branch> = mapped(
  record({
    on: needed(oneOf(branchEvents), 'What happened.'),
    go_to: needed(keyWord, 'The step that is next.'),
  }),
  (said) => ({ on: said.on, goTo: said.go_to }),
);

export const branches: Reader<readonly Branch[]> = listOf(branch);
