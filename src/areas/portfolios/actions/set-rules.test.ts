import { expect, test } from 'vitest';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { currentRules } from '../store/rules.ts';
import { setRules } from './set-rules.ts';

test('rules are kept version by version, with their amounts to the cent', async () => {
  await using desk = await portfolioDesk();
  const { ana, companyId } = desk;
  const rule = {
    name: 'Large',
    when: { overdue: { from: 9_007_199_254_740_993_01n, below: undefined } },
    give: { to: 'member', memberIds: [ana] },
  } as const;
  const set = (rules: readonly (typeof rule)[], changed?: number) =>
    desk.act((context) => setRules(context, { companyId, rules, changed }));
  expect(await set([rule], 0)).toEqual({ ok: true, value: { version: 1 } });
  const kept = await currentRules(desk.db, companyId);
  expect(kept).toMatchObject({ version: 1, rules: [rule] });

  expect(await set([], 0)).toMatchObject({ refusal: 'portfolios.rules_changed_meanwhile' });
  expect(await set([], 1)).toEqual({ ok: true, value: { version: 2 } });
});

test('a rule for nobody, for people who left or who see other companies is refused', async () => {
  await using desk = await portfolioDesk();
  const { companyId } = desk;
  const set = (memberIds: readonly (typeof companyId)[]) =>
    desk.act((context) =>
      setRules(context, {
        companyId,
        rules: [{ name: 'a rule', when: {}, give: { to: 'least_load', memberIds } }],
      }),
    );
  expect(await set([])).toMatchObject({
    refusal: 'portfolios.rule_without_people',
    facts: { rule: 1 },
  });
  expect(await set([companyId])).toMatchObject({ refusal: 'portfolios.member_not_there' });
  expect(await currentRules(desk.db, companyId)).toMatchObject({ version: 0 });
});
