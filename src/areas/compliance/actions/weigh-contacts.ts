/**
 * Asks the gate about contacts without storing its answer: what a screen shows beforehand.
 *
 * Everything is read in a few statements, however many contacts are asked about.
 */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { PastContact } from '../rules/contact.ts';
import { type Answer, type Question, decideContact } from '../rules/decide-contact.ts';
import { type GateFacts, type Intended, type Moment, questionOf } from '../rules/question.ts';
import { readGateFacts } from '../store/gate-facts.ts';
import { contactPolicyOn } from './firm-rules.ts';

export type { Intended };

export type Weighed = { readonly question: Question; readonly answer: Answer };

/** An answer for each contact alone, in their order; an account that is not there throws. */
export async function weighContacts(
  db: Queries,
  moment: Moment,
  intended: readonly Intended[],
): Promise<readonly Weighed[]> {
  if (intended.length === 0) return [];
  const known = await gateFacts(db, moment, intended);
  return intended.map((each) => weigh(known, moment, each));
}

/** The same for contacts that will all be made: what is allowed counts for those behind it. */
export async function weighInTurn(
  db: Queries,
  moment: Moment,
  intended: readonly Intended[],
): Promise<readonly Weighed[]> {
  if (intended.length === 0) return [];
  const facts = await gateFacts(db, moment, intended);
  const history = new Map(facts.history);
  return intended.map((each) => {
    const weighed = weigh({ ...facts, history }, moment, each);
    const customerId = facts.accounts.get(each.accountId)?.customerId;
    if (weighed.answer.allowed && customerId !== undefined) {
      history.set(customerId, [...(history.get(customerId) ?? []), asMade(weighed.question)]);
    }
    return weighed;
  });
}

/** As the log will have it. */
function asMade({ contact }: Question): PastContact {
  const { at, channel, debtId, purpose, person, toWork } = contact;
  const result = channel === 'call' || channel === 'voicemail' ? 'left_message' : 'sent';
  return { at, channel, result, debtId, purpose, person, toWork, by: 'us', invited: false };
}

function weigh(known: GateFacts, moment: Moment, intended: Intended): Weighed {
  const question = questionOf(known, moment, intended);
  return { question, answer: decideContact(question) };
}

async function gateFacts(
  db: Queries,
  moment: Moment,
  intended: readonly Intended[],
): Promise<GateFacts> {
  const [facts, { rules: firm }] = await Promise.all([
    readGateFacts(db, moment, intended),
    contactPolicyOn(db, moment.today),
  ]);
  const calendars = await calendarsOf(db, facts.accounts);
  return { ...facts, calendars, firm };
}

/** The calendar of every company that the accounts belong to. */
export async function calendarsOf(
  db: Queries,
  accounts: GateFacts['accounts'],
): Promise<GateFacts['calendars']> {
  const companyIds = [...new Set([...accounts.values()].map(({ companyId }) => companyId))];
  const entries = await Promise.all(
    companyIds.map(async (companyId: Id) => [companyId, await calendarOf(db, companyId)] as const),
  );
  return new Map(entries);
}
