/** The question of a request: whose figures, of which day, within what the reader may see. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { questionOf } from '../answers/ask.ts';
import type * as contract from '../contract.ts';

type Query = Omit<QueryOf<typeof contract.metrics>, 'keys'>;

export async function ask(query: Query, session: Session, { db, clock }: Desk) {
  return questionOf(db, {
    companies: visibleCompanies(session, query.company),
    isOneCompany: query.company !== undefined,
    asOf: query.asOf === undefined ? clock.today() : day(query.asOf),
    knownAt: query.knownAt === undefined ? null : instant(query.knownAt),
    from: query.from === undefined ? undefined : day(query.from),
    collectorId: query.collector === undefined ? null : id(query.collector),
    teamId: query.team === undefined ? null : id(query.team),
    segment: query.segment ?? null,
    customerId: query.customer === undefined ? null : id(query.customer),
    currency: query.currency,
  });
}
