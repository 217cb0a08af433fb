/** A saved report sends itself only where whoever answers for it could run it. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { packCompany } from '#areas/packs/answers/company.ts';
import { type PackDesk, packDesk } from '#test/support/pack-desk.ts';
import { saveReport } from '../actions/save-report.ts';
import { savedReportMaker } from './report-maker.ts';

type Told = { readonly dataset?: string; readonly company?: Id; readonly shared?: 'team' };

/** Carol, who is a controller, saves a report of this name. */
async function saved(desk: PackDesk, name: string, { dataset, company, shared }: Told = {}) {
  const question = { dataset: dataset ?? 'open-items', columns: ['account'] };
  const keeper = { memberId: desk.carol, permissions: permissionsOf(['controller']) };
  const companyId = company ?? null;
  const plain = {
    title: name,
    note: '',
    reviewOn: undefined,
    shared: shared ?? 'company',
  } as const;
  await desk.done((context) =>
    saveReport(context, { ...plain, name, companyId, question }, keeper),
  );
}

function readerOf(desk: PackDesk, memberId: Id) {
  const permissions = permissionsOf(['controller']);
  return { sight: 'company', memberId, permissions, companies: [desk.companyId] } as const;
}

async function offered(desk: PackDesk, memberId: Id): Promise<string[]> {
  const [report] = (await savedReportMaker.asks?.(desk.db, readerOf(desk, memberId))) ?? [];
  return (report?.choices ?? []).map(({ value }) => value);
}

async function made(desk: PackDesk, report: string, memberId: Id, asOf = '2026-11-20') {
  return savedReportMaker.make(desk.db, {
    company: await packCompany(desk.db, desk.companyId),
    asOf: day(asOf),
    today: desk.clock.today(),
    knownAt: desk.clock.now(),
    language: 'en',
    reader: readerOf(desk, memberId),
    settings: { report },
    before: null,
  });
}

test('a report that was saved for another company is neither offered nor sent', async () => {
  await using desk = await packDesk();
  await saved(desk, 'of-both');
  await saved(desk, 'of-other', { company: await desk.company('OTHER') });
  expect(await offered(desk, desk.maya)).toEqual(['of-both']);
  await expect(made(desk, 'of-other', desk.maya)).rejects.toThrow('no shared report');
  await expect(made(desk, 'of-other', desk.carol)).rejects.toThrow('no shared report');
  expect(await made(desk, 'of-both', desk.maya)).toMatchObject({ title: 'of-both' });
});

test('a report of one team is sent by nobody of another', async () => {
  await using desk = await packDesk();
  await saved(desk, 'of-controllers', { shared: 'team' });
  expect(await offered(desk, desk.carol)).toEqual(['of-controllers']);
  expect(await offered(desk, desk.rosa)).toEqual([]);
  await expect(made(desk, 'of-controllers', desk.rosa)).rejects.toThrow('no shared report');
});

test('rows that keep no past are not passed off as of a day gone by', async () => {
  await using desk = await packDesk();
  await saved(desk, 'people', { dataset: 'customers' });
  await saved(desk, 'open');
  const then = await made(desk, 'people', desk.carol, '2026-10-01');
  expect(then.summary).toEqual(['As of Nov 20, 2026']);
  expect(then.blocks[0]).toMatchObject({
    tone: 'warning',
    text: 'These rows are of Nov 20, 2026, not of Oct 1, 2026: what they tell keeps no past.',
  });
  const today = await made(desk, 'people', desk.carol);
  expect(today.blocks).toMatchObject([{ kind: 'table' }]);
  const open = await made(desk, 'open', desk.carol, '2026-10-01');
  expect(open).toMatchObject({ summary: ['As of Oct 1, 2026'], blocks: [{ kind: 'table' }] });
});
