/** What the command line may ask of the figures, for `dunlin metrics` and its report. */
import type { Id } from '#kernel/ids.ts';
import { allMembers, companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, instantOption } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { namedFigures, questionOf } from '../answers/ask.ts';
import type { Asked } from '../answers/measure.ts';
import type { Question } from '../store/asked.ts';
import { customerNumbered } from '../store/names.ts';
import { words } from '../words.ts';

export const askOptions = {
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  from: { type: 'string' },
  company: { type: 'string' },
  collector: { type: 'string' },
  segment: { type: 'string' },
  customer: { type: 'string' },
  currency: { type: 'string' },
} as const;

export const askUsage =
  '[KEY[.VARIANT]…] [--as-of DAY] [--known-at TIME] [--from DAY] [--company CODE] ' +
  '[--collector NAME] [--segment NAME] [--customer NUMBER] [--currency CODE]';

type Values = { readonly [option in keyof typeof askOptions]?: string | undefined };

/** The question; throws WrongUsage for what does not fit and Unfit for what is not there. */
export async function questionAsked(values: Values, desk: CliDesk): Promise<Question> {
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  const question = await questionOf(desk.db, {
    companies: await companiesNamed(desk, values.company),
    isOneCompany: values.company !== undefined,
    asOf,
    knownAt: instantOption('known-at', values['known-at']) ?? null,
    from: dayOption('from', values.from),
    collectorId: await collectorNamed(desk, values.collector),
    teamId: null,
    segment: values.segment ?? null,
    customerId: await customerNamed(desk, values.customer),
    currency: values.currency,
  });
  if (question.ok) return question.value;
  throw new WrongUsage(say(words, question.refusal, question.facts, desk.language));
}

/** The figures of these names, or the usual ones. */
export function figuresNamed(keys: readonly string[], question: Question, desk: CliDesk): Asked[] {
  const asked = namedFigures(keys.length === 0 ? undefined : keys.join(','), question);
  if (asked.ok) return asked.value;
  throw new WrongUsage(say(words, asked.refusal, asked.facts, desk.language));
}

async function collectorNamed(desk: CliDesk, named: string | undefined): Promise<Id | null> {
  if (named === undefined) return null;
  const members = await allMembers(desk.db);
  const wanted = named.toLowerCase();
  const found = members.find(({ memberId, name, email }) =>
    [memberId, name.toLowerCase(), email.toLowerCase()].includes(wanted),
  );
  if (found) return found.memberId;
  const code = 'metrics.no_such_person';
  throw new Unfit(code, say(words, code, { name: named }, desk.language));
}

async function customerNamed(desk: CliDesk, number: string | undefined): Promise<Id | null> {
  if (number === undefined) return null;
  const found = await customerNumbered(desk.db, number);
  if (found) return found;
  const code = 'metrics.no_such_customer';
  throw new Unfit(code, say(words, code, { number }, desk.language));
}
