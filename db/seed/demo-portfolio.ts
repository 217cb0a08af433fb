/** How the invented desk shares out its accounts: rules, and the campaign of the week. */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { setCapacity } from '#areas/portfolios/actions/set-capacity.ts';
import { setRules } from '#areas/portfolios/actions/set-rules.ts';
import { startCampaign } from '#areas/portfolios/actions/start-campaign.ts';
import type { AssignmentRule } from '#areas/portfolios/rules/assignment.ts';
import type { Desk } from '#platform/action.ts';
import type { Cast } from './demo-cast.ts';
import { act } from './demo-desk.ts';

/** The manager's rules, the time that the senior has, and a week against the oldest debts. */
export async function shareOut(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const by = people.get('manager') ?? null;
  const [collector, senior] = [people.get('collector'), people.get('senior')];
  if (collector === undefined || senior === undefined) throw new Error('nobody to work accounts');
  const rules = deskRules(collector, senior);
  await act(desk, { action: 'portfolios.set_rules', by, reason: 'new accounts' }, (context) =>
    setRules(context, { companyId, rules }),
  );
  const day = { memberId: senior, minutesADay: 300, speaks: ['en', 'es'] };
  await act(desk, { action: 'portfolios.set_capacity', by, reason: 'her day' }, (context) =>
    setCapacity(context, day),
  );
  const terms = {
    name: 'Over 90 days',
    text: 'Offer three instalments before it goes to an agency',
    goal: 25_000_00n,
    endsOn: plusDays(desk.clock.today(), 6),
  };
  const filter = { buckets: ['91-120', '121+'], overdueFrom: 500_00n } as const;
  await act(desk, { action: 'portfolios.start_campaign', by, reason: terms.name }, (context) =>
    startCampaign(context, { companyId, terms, filter, live: false, memberIds: [] }),
  );
}

function deskRules(collector: Id, senior: Id): AssignmentRule[] {
  return [
    {
      name: 'A family stays together',
      when: { hasParent: true },
      give: { to: 'family_head', memberIds: [] },
    },
    {
      name: 'Spanish',
      when: { languages: ['es'] },
      give: { to: 'member', memberIds: [senior] },
    },
    {
      name: 'Everybody else',
      when: {},
      give: { to: 'least_load', memberIds: [collector, senior] },
    },
  ];
}
