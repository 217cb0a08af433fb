/** The portfolio over the wire: who has what, rules, moves with their preview. */
import { id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { applyRules } from './actions/apply-rules.ts';
import type { Carried } from './actions/carry-out.ts';
import { readPortfolio } from './actions/read-portfolio.ts';
import { reassignAccounts } from './actions/reassign-accounts.ts';
import { rebalanceAccounts } from './actions/rebalance-accounts.ts';
import { setCapacity } from './actions/set-capacity.ts';
import { setRules } from './actions/set-rules.ts';
import { undoReassignment } from './actions/undo-reassignment.ts';
import { portfolioAnswer } from './answers/portfolio.ts';
import { readFilter, readRules, wireRule } from './answers/wire.ts';
import * as contract from './contract.ts';
import { campaignRoutes } from './http/campaigns.ts';
import { companyAsked } from './http/company.ts';
import { latestReassignments } from './store/reassignments.ts';
import { currentRules } from './store/rules.ts';

const reads: readonly Served[] = [
  serve(contract.portfolio, async ({ query, desk, session }) => {
    const company = companyAsked(session, query.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const moment = { today: desk.clock.today(), at: desk.clock.now() };
    const read = await readPortfolio(desk.db, companyId, moment);
    if (!read.ok) return read;
    const acts = await latestReassignments(desk.db, [companyId], 20);
    const said = acts.map((act) => ({ ...act, actor: actorName(act.actor, session.language) }));
    return accept({ ...(await portfolioAnswer(desk.db, read.value, moment.today)), acts: said });
  }),
  serve(contract.assignmentRules, async ({ query, desk, session }) => {
    const company = companyAsked(session, query.company);
    if (!company.ok) return company;
    const { companyId, code, baseCurrency } = await company.value.details(desk.db);
    const { rules, ...set } = await currentRules(desk.db, companyId);
    const wired = rules.map((rule) => wireRule(rule, baseCurrency));
    return accept({ ...set, company: code, currency: baseCurrency, rules: wired });
  }),
];

const writes: readonly Served[] = [
  serve(contract.setRules, async ({ body, desk, session, perform }) => {
    const company = companyAsked(session, body.company);
    if (!company.ok) return company;
    const { companyId, baseCurrency } = await company.value.details(desk.db);
    const rules = readRules(body.rules, baseCurrency);
    if (!rules.ok) return rules;
    return perform('portfolios.set_rules', body.reason, (context) =>
      setRules(context, { companyId, rules: rules.value, changed: body.changed }),
    );
  }),
  serve(contract.applyRules, async ({ body, session, perform }) => {
    const company = companyAsked(session, body.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const { only, expected } = body;
    return wire(
      await perform('portfolios.apply_rules', body.reason, (context) =>
        applyRules(context, { companyId, only, expected }),
      ),
    );
  }),
  serve(contract.reassignAccounts, async ({ body, desk, session, perform }) => {
    const company = companyAsked(session, body.company);
    if (!company.ok) return company;
    const { companyId, baseCurrency } = await company.value.details(desk.db);
    const filter = readFilter(body.filter, baseCurrency);
    if (!filter.ok) return filter;
    const { pin, expected } = body;
    const memberIds = body.memberIds.map(id);
    return wire(
      await perform('portfolios.reassign_accounts', body.reason, (context) =>
        reassignAccounts(context, { companyId, filter: filter.value, memberIds, pin, expected }),
      ),
    );
  }),
  serve(contract.rebalanceAccounts, async ({ body, session, perform }) => {
    const company = companyAsked(session, body.company);
    if (!company.ok) return company;
    const { measure, mostMoves, expected } = body;
    const [leaveOut, keep] = [body.leaveOut.map(id), body.keep.map(id)];
    const { companyId } = company.value;
    const wish = { companyId, measure, mostMoves, leaveOut, keep, expected };
    return wire(
      await perform('portfolios.rebalance_accounts', body.reason, (context) =>
        rebalanceAccounts(context, wish),
      ),
    );
  }),
  serve(contract.undoReassignment, ({ params, body, session, perform }) =>
    perform('portfolios.undo_reassignment', body.reason, (context) =>
      undoReassignment(context, id(params.reassignmentId), session.companyIds),
    ),
  ),
  serve(contract.setCapacity, ({ params, body, perform }) =>
    perform('portfolios.set_capacity', 'what the day holds', async (context) => {
      const set = await setCapacity(context, { memberId: id(params.memberId), ...body });
      return set.ok ? accept({ ...set.value, speaks: [...set.value.speaks] }) : set;
    }),
  ),
];

export const portfolioRoutes: readonly Served[] = [...reads, ...writes, ...campaignRoutes];

/** The effect in the mutable shape that the contract asks for. */
function wire<R extends string>(outcome: Outcome<Carried, R>) {
  if (!outcome.ok) return outcome;
  const { people, moves, ...rest } = outcome.value;
  return accept({ ...rest, people: [...people], moves: [...moves] });
}
