/** The life of a saved report, action by action. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Actor } from '#platform/action.ts';
import { deskOn } from '#test/support/builders.ts';
import { savedReports } from '../store/saved-reports.ts';
import { changeReport } from './change-report.ts';
import { retireReport } from './retire-report.ts';
import { saveReport } from './save-report.ts';
import { takeReport } from './take-report.ts';

const wish = {
  name: undefined,
  title: 'Who owes',
  note: '',
  question: { dataset: 'customers', columns: ['account', 'name'] },
  shared: 'private',
  companyId: null,
  reviewOn: undefined,
} as const;
const permissions = ['accounts.read', 'datasets.share'];

function eyesOf({ memberId }: Actor) {
  if (memberId === null) throw new Error('not a member');
  return { memberId, companies: 'all' } as const;
}

test('a report lives from its first version to its retirement', async () => {
  await using desk = await deskOn('2026-11-20');
  const ana = await desk.member('collector');
  const ben = await desk.member('collector');
  const hers = eyesOf(ana);
  const his = eyesOf(ben);
  const keeper = { memberId: hers.memberId, permissions };
  const saved = await desk.act((context) => saveReport(context, wish, keeper), ana);
  expect(saved).toEqual({ ok: true, value: { name: 'who-owes', version: 1 } });
  const hidden = await desk.act((context) => takeReport(context, 'who-owes', his), ben);
  expect(hidden).toMatchObject({ refusal: 'datasets.no_such_report' });

  const given = {
    ...wish,
    name: 'who-owes',
    seen: 1,
    shared: 'team',
    reviewOn: day('2027-01-01'),
    ownerId: hers.memberId,
  } as const;
  expect(
    await desk.act((context) => changeReport(context, given, keeper, hers), ana),
  ).toMatchObject({ value: { version: 2 } });
  const taken = await desk.act((context) => takeReport(context, 'who-owes', his), ben);
  expect(taken).toMatchObject({ value: { title: 'Who owes', version: 2 } });
  expect(await savedReports(desk.db, hers)).toMatchObject([{ uses: 1, usedOn: '2026-11-20' }]);

  const notHis = { memberId: his.memberId, permissions: [] };
  expect(
    await desk.act((context) => retireReport(context, 'who-owes', notHis, his), ben),
  ).toMatchObject({ refusal: 'datasets.not_your_report' });
  expect(
    (await desk.act((context) => retireReport(context, 'who-owes', keeper, hers), ana)).ok,
  ).toBe(true);
});

test('a question that does not fit is not saved, nor one that is out of reach', async () => {
  await using desk = await deskOn('2026-11-20');
  const { memberId } = eyesOf(await desk.member('collector'));
  const keeper = { memberId, permissions };
  const wrong = { ...wish, question: { dataset: 'customers', columns: ['shoe'] } };
  const out = { ...wish, question: { dataset: 'receipts', columns: ['amount'] } };
  for (const [each, refusal] of [
    [wrong, 'datasets.no_such_column'],
    [out, 'permission.missing'],
    [{ ...wish, title: '¡!' }, 'datasets.name_does_not_fit'],
  ] as const) {
    const outcome = await desk.act((context) => saveReport(context, each, keeper));
    expect(outcome).toMatchObject({ ok: false, refusal });
  }
  expect(await savedReports(desk.db, 'all')).toEqual([]);
});
