import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import type { Actor } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { type NewDocument, recordDocuments } from '#areas/invoices/store/documents.ts';
import { type PostItem, postItem } from '#areas/ledger/actions/post-item.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { answerOf, deskOn, documentWish } from '#test/support/builders.ts';
import type { FindingKind, FindingState } from '../rules/finding.ts';
import { burnDown, cleanUps, provedRows } from '../store/clean-ups.ts';
import type { FindingKey } from '../store/chosen.ts';
import { latestFixes } from '../store/fixes.ts';
import { listFindings } from '../store/list.ts';
import { answerFindings } from './answer-findings.ts';
import { applyOldCredits, creditsToApply } from './apply-old-credits.ts';
import { closeDuplicates, duplicatesThere } from './close-duplicates.ts';
import { endCleanUp } from './end-clean-up.ts';
import { findDoubtful } from './find-doubtful.ts';
import { giveFindings } from './give-findings.ts';
import { setFields } from './set-fields.ts';
import { startCleanUp } from './start-clean-up.ts';
import { undoFix } from './undo-fix.ts';

const justOpen: readonly FindingState[] = ['open'];
/** Findings named one by one. */
const named = (keys: readonly FindingKey[]) => {
  return { chosen: { keys, companies: 'all' }, expected: null } as const;
};
const everyAccount = { accountOwnerId: null, segment: null, least: 0n };
const zone = 'America/New_York';

/** One account with two invoices of one number but for its dash, and an old receipt unused. */
async function doubtfulDesk() {
  const desk = await deskOn('2026-08-01');
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '100', issued: '2026-08-01', number: 'INV-7' });
  await desk.invoice(north, { amount: '60', issued: '2026-08-02', number: 'INV-8' });
  await desk.receipt(north, { amount: '120', on: '2026-08-01' });
  desk.on('2026-10-01');
  const find = () => desk.done((context) => findDoubtful(context, { zone }));
  const listed = async (...states: FindingState[]) => {
    const filter = {
      companies: 'all',
      states: states.length > 0 ? states : [...justOpen],
    } as const;
    return listFindings(desk.db, filter, { limit: 50 });
  };
  const kinds = async () => (await listed()).map(({ kind }) => kind).toSorted();
  return { ...desk, north, find, listed, kinds };
}

test('what is doubtful is found once; again changes nothing', async () => {
  await using desk = await doubtfulDesk();
  expect(await desk.find()).toEqual({ seen: 3, gone: 0 });
  expect(await desk.kinds()).toEqual(['credit_unapplied', 'missing_address', 'missing_contact']);
  expect(await desk.find()).toEqual({ seen: 0, gone: 0 });
});

test('oldest credits go onto oldest invoices, and undo brings them back', async () => {
  await using desk = await doubtfulDesk();
  await desk.find();
  const wish = { companyId: desk.companyId, accountIds: [desk.north] };
  const plan = await creditsToApply(desk.db, wish, desk.clock.today());
  expect(plan.map(({ debt, amount }) => [debt.number, amount])).toEqual([
    ['INV-7', 10_000n],
    ['INV-8', 2_000n],
  ]);
  const { fixId } = await desk.done((context) => applyOldCredits(context, wish));
  expect(await desk.kinds()).toEqual(['missing_address', 'missing_contact']);
  const undo = (permissions: readonly string[]) =>
    desk.act((context) => undoFix(context, fixId, { companies: 'all', permissions }));
  expect(answerOf(await undo([]))).toBe('fix.not_allowed');
  expect(await undo(['cash.apply'])).toMatchObject({ value: { undone: 2 } });
  expect(await desk.kinds()).toContain('credit_unapplied');
  expect(answerOf(await undo(['cash.apply']))).toBe('fix.undone_already');
  expect(await latestFixes(desk.db, 'all')).toMatchObject([{ steps: 2, undone: true }]);
});

test('language and terms are set for many at once and restored as they were', async () => {
  await using desk = await doubtfulDesk();
  const wish = { companyId: desk.companyId, accountIds: [desk.north], language: 'es' } as const;
  const { fixId } = await desk.done((context) => setFields(context, wish));
  expect(answerOf(await desk.act((context) => setFields(context, wish)))).toBe('fix.nothing_to_do');
  const by = { companies: 'all', permissions: ['accounts.edit'] } as const;
  await desk.done((context) => undoFix(context, fixId, by));
  expect(await desk.act((context) => setFields(context, wish))).toMatchObject({ ok: true });
});

test('a finding is given, accepted until a day, and opens again after it', async () => {
  await using desk = await doubtfulDesk();
  await desk.find();
  const keys = [{ accountId: desk.north, kind: 'missing_contact' as FindingKind, subject: '' }];
  const { memberId } = await desk.member('collector');
  await desk.done((context) => giveFindings(context, { ...named(keys), memberId }));
  const answer = (until: string | null) =>
    desk.act((context) => {
      const verdict = { state: 'accepted', note: 'pays by itself' } as const;
      const last = until === null ? null : day(until);
      return answerFindings(context, { ...named(keys), verdict: { ...verdict, until: last } });
    });
  expect(answerOf(await answer(null))).toBe('finding.needs_day 2026-10-01');
  expect(await answer('2026-10-31')).toMatchObject({ value: { count: 1 } });
  expect(await desk.listed('accepted')).toMatchObject([
    { owner: 'collector', note: 'pays by itself' },
  ]);
  desk.on('2026-11-02');
  await desk.find();
  expect(await desk.kinds()).toContain('missing_contact');
  const nobodys = keys.map((key) => ({ ...key, accountId: desk.companyId }));
  const none = await desk.act((context) =>
    giveFindings(context, { ...named(nobodys), memberId: null }),
  );
  expect(answerOf(none)).toBe('finding.no_such_finding');
});

test('a clean-up freezes its start, burns down, and ends with its proof', async () => {
  await using desk = await doubtfulDesk();
  await desk.find();
  const start = (companyId: Id | null) =>
    desk.act((context) =>
      startCleanUp(
        context,
        {
          companyId,
          title: 'No old credits',
          kinds: ['credit_unapplied'],
          ...everyAccount,
          ownerId: null,
          target: { count: 0, amount: null, dueOn: day('2026-10-31') },
        },
        'all',
      ),
    );
  expect(answerOf(await start(null))).toBe('project.company_unknown');
  expect(await start(desk.companyId)).toMatchObject({ value: { count: 1 } });
  const [project] = await cleanUps(desk.db, 'all');
  if (!project) throw new Error('no project');
  const { projectId } = project;
  expect(project).toMatchObject({ before: { count: 1, amount: 12_000n }, end: null });
  desk.on('2026-10-05');
  const wish = { companyId: desk.companyId, accountIds: [desk.north] };
  await desk.done((context) => applyOldCredits(context, wish));
  const end = () =>
    desk.act((context) => endCleanUp(context, { projectId, note: 'all applied' }, 'all'));
  expect(await end()).toMatchObject({ value: { met: true, left: 0 } });
  expect(answerOf(await end())).toBe('project.ended_already');
  expect(await burnDown(desk.db, projectId)).toEqual([
    { on: '2026-10-01', count: 1, amount: 12_000n },
    { on: '2026-10-05', count: 0, amount: 0n },
  ]);
  expect(await provedRows(desk.db, projectId)).toMatchObject([
    { account: 'NORTH', kind: 'credit_unapplied', now: 'gone' },
  ]);
});

test('each kind of doubt is found where it is and nowhere else', async () => {
  await using desk = await deskOn('2026-08-01');
  const [north, south] = [await desk.account('NORTH'), await desk.account('SOUTH')];
  const told = { amount: '100', issued: '2026-08-01' };
  await desk.invoice(north, { ...told, number: 'A-1' });
  await desk.invoice(south, { ...told, number: 'a1' });
  await desk.invoice(south, { ...told, number: 'B-2', due: '2027-08-01' });
  await desk.receipt(await desk.account('RICH'), { amount: '5', on: '2026-08-01' });
  await desk.done((context) => findDoubtful(context, { zone }));
  const filter = { companies: 'all', states: ['open'] } as const;
  const rows = await listFindings(desk.db, filter, { limit: 50 });
  const found = rows
    .filter(({ kind }) => !kind.startsWith('missing'))
    .map(({ account, kind, facts }) => [account, kind, facts['document'] ?? ''].join(' ').trim());
  expect(found.toSorted()).toEqual([
    'NORTH number_elsewhere A-1',
    'RICH credit_balance',
    'SOUTH long_terms B-2',
    'SOUTH number_elsewhere a1',
  ]);
});

test('a duplicate is closed by a credit memo within one’s authority, and opened', async () => {
  await using desk = await deskOn('2026-08-01');
  const north = await desk.account('NORTH');
  const told = { amount: '400', issued: '2026-08-01' };
  await desk.invoice(north, { ...told, number: 'INV-7', tax: '30' });
  await desk.invoice(north, { ...told, number: 'INV7', tax: '30' });
  await desk.done((context) => findDoubtful(context, { zone }));
  const wish = { companyId: desk.companyId, accountIds: null };
  const close = (actor?: Actor) =>
    desk.act((context) => closeDuplicates({ ...context, ...(actor && { actor }) }, wish));
  const open = async () =>
    (await duplicatesThere(desk.db, wish, desk.clock.today())).map(({ kept, closed }) => [
      kept.number,
      closed.number,
    ]);
  expect(await open()).toEqual([['INV-7', 'INV7']]);
  expect(answerOf(await close())).toMatch(/^ledger.beyond_authority 400.00/u);
  const done = await close(await desk.member('controller'));
  if (!done.ok) throw new Error('refused');
  expect(await open()).toEqual([]);
  const undo = (permissions: readonly string[]) => {
    const by = { companies: 'all', permissions } as const;
    return desk.act((context) => undoFix(context, done.value.fixId, by));
  };
  expect(answerOf(await undo(['cash.apply']))).toBe('fix.not_allowed');
  expect(await undo(['ledger.write_off'])).toMatchObject({ value: { undone: 1 } });
  expect(await open()).toEqual([['INV-7', 'INV7']]);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('duplicates of an account closed one after the other count together', async () => {
  await using desk = await deskOn('2026-08-01');
  const north = await desk.account('NORTH');
  const manager = await desk.member('manager');
  const wish = { companyId: desk.companyId, accountIds: null };
  const twins = async (number: string, amount: string) => {
    await desk.invoice(north, { amount, issued: '2026-08-01', number });
    await desk.invoice(north, { amount, issued: '2026-08-01', number: `${number}-` });
    await desk.done((context) => findDoubtful(context, { zone }));
  };
  const close = () => desk.act((context) => closeDuplicates({ ...context, actor: manager }, wish));
  await twins('INV-1', '300');
  expect(await close()).toMatchObject({ ok: true, value: { closed: 1 } });
  await twins('INV-2', '300');
  expect(answerOf(await close())).toMatch(/^ledger.beyond_authority 600.00/u);
});

test('a clean-up keeps to one owner’s accounts and to what is worth it', async () => {
  await using desk = await doubtfulDesk();
  await desk.find();
  const { memberId } = await desk.member('collector');
  const start = (scope: object) =>
    desk.act((context) =>
      startCleanUp(
        context,
        {
          companyId: desk.companyId,
          title: 'Old credits',
          kinds: ['credit_unapplied'],
          ownerId: null,
          target: { count: 10, amount: 0n, dueOn: day('2026-10-31') },
          ...everyAccount,
          ...scope,
        },
        'all',
      ),
    );
  expect(answerOf(await start({ accountOwnerId: memberId }))).toBe('project.nothing_to_clean');
  expect(answerOf(await start({ least: 12_001n }))).toBe('project.nothing_to_clean');
  expect(await start({ least: 12_000n })).toMatchObject({ value: { count: 1 } });
});

test('a customer never taxed is found where its neighbours are', async () => {
  await using desk = await deskOn('2026-08-01');
  const stated = ['A', 'B'].map((customerNumber) => {
    return { customerNumber, name: customerNumber, state: 'TX' };
  });
  const made = await desk.done(async (context) =>
    accept(await ensureAccounts(context, desk.companyId, stated, { source: 'test' })),
  );
  for (const [number, { accountId }] of made) {
    for (const n of [1, 2, 3]) {
      const wish = documentWish(accountId, 'invoice', { amount: '10', issued: '2026-08-01' });
      const tax = money(number === 'A' ? 0n : 100n, wish.net.currency);
      const net = money(1000n - tax.minor, wish.net.currency);
      const document = { ...wish, documentId: newId(), number: `${number}-${n}`, net, tax };
      await desk.done((context) => postItem(context, document));
      await desk.db.transaction((tx) => recordDocuments(tx, [issued(document)], desk.clock.now()));
    }
  }
  await desk.done((context) => findDoubtful(context, { zone }));
  const filter = { kinds: ['never_taxed'], companies: 'all', states: ['open'] } as const;
  expect(await listFindings(desk.db, filter, { limit: 9 })).toMatchObject([{ account: 'A' }]);
});

/** The document beside the items that it became. */
function issued(wish: PostItem & { readonly documentId: Id }): NewDocument {
  const { accountId, documentId, kind, number, issuedOn, net, tax } = wish;
  return {
    accountId,
    documentId,
    kind,
    number,
    issuedOn,
    lines: [],
    currency: net.currency,
    net: net.minor,
    tax: tax.minor,
    poNumber: null,
    orderNumber: null,
    termsCode: null,
    credits: null,
    discountOn: null,
    discount: null,
  };
}
