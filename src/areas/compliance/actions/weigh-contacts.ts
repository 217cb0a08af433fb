/**
 * Asks the gate about contacts without storing its answer: what a screen shows beforehand.
 *
 * Everything is read in a few statements, however many contacts are asked about.
 */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { calendarOf } from '#areas/team/index.ts';
import { type Answer, type Question, decideContact } from '../rules/decide-contact.ts';
import { type GateFacts, type Intended, type Moment, questionOf } from '../rules/question.ts';
import { readGateFacts } from '../store/gate-facts.ts';
import { contactPolicyOn } from './firm-rules.ts';

export type { Intended };

export type Weighed = { readonly question: Question; readonly answer: Answer };

/** An answer for each contact, in their order; an account that is not there throws. */
export async function weighContacts(
  db: Queries,
  moment: Moment,
  intended: readonly Intended[],
): Promise<readonly Weighed[]> {
  if (intended.length === 0) return [];
  const [facts, { rules: firm }] = await Promise.all([
    readGateFacts(db, moment, intended),
    contactPolicyOn(db, moment.today),
  ]);
  const calendars = await calendarsOf(db, facts.accounts);
  const known: GateFacts = { ...facts, calendars, firm };
  return intended.map((each) => {
    const question = questionOf(known, moment, each);
    return { question, answer: decideContact(question) };
  });
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
