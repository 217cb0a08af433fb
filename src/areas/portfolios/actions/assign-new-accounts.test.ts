import { expect, test } from 'vitest';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { assignNewAccounts } from './assign-new-accounts.ts';
import { setRules } from './set-rules.ts';

test('a new account has its owner at once; one that fits no rule waits in the queue', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  const assignNew = async (number: string, told = {}) => {
    const accountId = await desk.open(number, told);
    return desk.done((context) => assignNewAccounts(context, companyId, [accountId]));
  };
  expect(await assignNew('EARLY')).toEqual({ assigned: 0 });
  await desk.done((context) =>
    setRules(context, {
      companyId,
      rules: [
        { name: 'families', when: {}, give: { to: 'family_head', memberIds: [] } },
        { name: 'Texas', when: { states: ['TX'] }, give: { to: 'member', memberIds: [ana] } },
        { name: 'Spanish', when: { languages: ['es'] }, give: { to: 'member', memberIds: [ben] } },
      ],
    }),
  );
  expect(await assignNew('TEXAS', { state: 'TX' })).toEqual({ assigned: 1 });
  expect(await assignNew('HIJA', { language: 'es', parent: 'TEXAS' })).toEqual({ assigned: 1 });
  expect(await assignNew('SOLA', { language: 'es' })).toEqual({ assigned: 1 });
  expect(await assignNew('YORK', { state: 'NY' })).toEqual({ assigned: 0 });
  expect(await desk.owners()).toEqual({
    EARLY: 'nobody',
    HIJA: 'ana',
    SOLA: 'ben',
    TEXAS: 'ana',
    YORK: 'nobody',
  });
});
