/** Accounts over 60 days over HTTP: listed with what lacks first, and explained. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { planLate } from '../actions/plan-late.ts';
import { readLate } from '../answers/late.ts';
import { peopleOf } from '../answers/people.ts';
import * as contract from '../contract/late.ts';
import { companyAsked } from './asking.ts';

export const lateRoutes: readonly Served[] = [
  serve(contract.lateAccounts, async ({ query, session, desk }) => {
    const company = await companyAsked(desk, session, query.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const asOf = query.asOf === undefined ? desk.clock.today() : day(query.asOf);
    const oversees = session.permissions.includes('packs.oversee');
    const ownerId = oversees ? null : session.memberId;
    const question = { companyId, asOf, knownAt: null, ownerId };
    const people = await peopleOf(desk.db);
    const here = people.filter(
      ({ active, companyIds }) =>
        active && (companyIds === 'all' || companyIds.includes(companyId)),
    );
    return accept({
      ...(await readLate(desk.db, question, session.language)),
      people: here.map(({ memberId, name }) => ({ memberId, name })),
      mayPlan: session.permissions.includes('accounts.note'),
    });
  }),

  serve(contract.planLate, ({ params, body, session, perform }) => {
    const accountId = id(params.accountId);
    const wish = {
      accountId,
      cause: body.cause,
      plan: body.plan,
      ownerId: body.ownerId === undefined ? session.memberId : id(body.ownerId),
      dueOn: body.dueOn === null ? null : day(body.dueOn),
    };
    const reason = body.plan ?? 'cause said';
    return perform('packs.plan_late', reason, (context) => planLate(context, wish), accountId);
  }),
];
