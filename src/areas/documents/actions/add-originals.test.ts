import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { samplePdf, takeTable, twoAccounts } from '#test/support/papers.ts';
import { originalFile, originalsOf } from '../store/originals.ts';
import { waitingFiles } from '../store/waiting.ts';
import type { Intake } from '../rules/intake.ts';
import { addOriginals } from './add-originals.ts';
import { linkFile } from './link-file.ts';
import { proveOriginals } from './prove-originals.ts';
import { putAsideFile } from './put-aside-file.ts';
import { withdrawOriginal } from './withdraw-original.ts';

async function deskWithInvoices() {
  const desk = await deskOn('2026-11-20');
  await takeTable(desk, 'items.csv', twoAccounts);
  const accounts = await desk.db.all(sql<{ account_id: string; number: string }>`
    select account_id, number from customers.account where number in ('NORTH', 'SOUTH')`);
  const account = (number: string) =>
    id(accounts.find((each) => each.number === number)?.account_id ?? '');
  const add = (files: Readonly<Record<string, Uint8Array>>, acceptGood = true) => {
    let seen: Intake | undefined;
    const wish = {
      files: Object.entries(files).map(([name, bytes]) => ({
        name,
        read: async () => ({ content: bytes, sha256: fingerprint(bytes) }),
      })),
      companies: 'all' as const,
      acceptGood,
    };
    return desk
      .act((context) => addOriginals(context, wish, (intake) => (seen = intake)))
      .then((done) => ({ ok: done.ok, intake: seen }));
  };
  const originals = async (number: string) =>
    (await originalsOf(desk.db, account(number))).map(
      (each) => `${each.number} ${each.kind} ${each.version} ${each.fileName}`,
    );
  const waiting = async () =>
    (await waitingFiles(desk.db, 'everybody', { limit: 10, offset: 0 })).rows;
  return { ...desk, account, add, originals, waiting };
}

test('a file is linked by its name, and kept byte for byte', async () => {
  await using desk = await deskWithInvoices();
  const paper = samplePdf('INV-1004');
  await desk.add({ 'INV-1004.pdf': paper, 'INV-1004 POD.pdf': samplePdf('pod') });
  expect(await desk.originals('NORTH')).toEqual([
    'INV-1004 delivery 1 INV-1004 POD.pdf',
    'INV-1004 invoice 1 INV-1004.pdf',
  ]);
  const all = await originalsOf(desk.db, desk.account('NORTH'));
  const kept = all.find(({ kind }) => kind === 'invoice');
  const file = kept && (await originalFile(desk.db, desk.account('NORTH'), kept.originalId));
  expect(Buffer.from(file?.content ?? []).equals(Buffer.from(paper))).toBe(true);
  expect((await proveOriginals(desk.db)).checks.every(({ ok }) => ok)).toBe(true);
});

test('the same file again changes nothing; another one is a further version', async () => {
  await using desk = await deskWithInvoices();
  await desk.add({ 'INV-1004.pdf': samplePdf('a') });
  const again = await desk.add({ 'INV-1004.pdf': samplePdf('a') });
  expect(again.intake).toMatchObject({ linked: [], duplicates: ['INV-1004.pdf'], problems: [] });
  await desk.add({ 'INV-1004 v2.pdf': samplePdf('b') });
  expect(await desk.originals('NORTH')).toEqual([
    'INV-1004 invoice 2 INV-1004 v2.pdf',
    'INV-1004 invoice 1 INV-1004.pdf',
  ]);
});

test('with one bad file nothing is stored unless the good ones are accepted', async () => {
  await using desk = await deskWithInvoices();
  const files = {
    'INV-1004.pdf': samplePdf('a'),
    'INV-1005.pdf': samplePdf('b'),
    'evil.pdf': new TextEncoder().encode('MZ an exe'),
  };
  const refused = await desk.add(files, false);
  expect(refused.ok).toBe(false);
  expect(refused.intake?.problems.map(({ code }) => code)).toEqual([
    'documents.number_unknown',
    'documents.not_an_original',
  ]);
  expect(await desk.originals('NORTH')).toEqual([]);
  expect(await desk.waiting()).toEqual([]);
  expect((await desk.add(files)).ok).toBe(true);
  expect(await desk.originals('NORTH')).toEqual(['INV-1004 invoice 1 INV-1004.pdf']);
  expect((await desk.waiting()).map(({ fileName }) => fileName)).toEqual(['INV-1005.pdf']);
});

test('what waits is linked by hand once, or put aside', async () => {
  await using desk = await deskWithInvoices();
  await desk.add({ '1004.pdf': samplePdf('a'), 'unknown 77.pdf': samplePdf('b') });
  const [first, second] = await desk.waiting();
  const wish = {
    fileId: first?.fileId ?? desk.companyId,
    whose: 'everybody' as const,
    accountId: desk.account('SOUTH'),
    number: '1004',
    kind: 'invoice' as const,
  };
  expect(await desk.act((context) => linkFile(context, { ...wish, number: '9' }))).toMatchObject({
    refusal: 'documents.no_such_document',
  });
  await desk.done((context) => linkFile(context, wish));
  expect(await desk.act((context) => linkFile(context, wish))).toMatchObject({
    refusal: 'documents.settled_already',
  });
  expect(await desk.originals('SOUTH')).toEqual(['1004 invoice 1 1004.pdf']);
  const aside = { fileId: second?.fileId ?? desk.companyId, whose: { actor: 'member:other' } };
  expect(await desk.act((context) => putAsideFile(context, aside))).toMatchObject({
    refusal: 'documents.no_such_file',
  });
  await desk.done((context) => putAsideFile(context, { ...aside, whose: 'everybody' }));
  expect(await desk.waiting()).toEqual([]);
});

test('a withdrawn original is shown no more, and its version is not given again', async () => {
  await using desk = await deskWithInvoices();
  await desk.add({ 'INV-1004.pdf': samplePdf('a') });
  const accountId = desk.account('NORTH');
  const [kept] = await originalsOf(desk.db, accountId);
  const wish = { accountId, originalId: kept?.originalId ?? desk.companyId };
  await desk.done((context) => withdrawOriginal(context, wish));
  expect(await desk.originals('NORTH')).toEqual([]);
  await desk.add({ 'INV-1004.pdf': samplePdf('a') });
  expect(await desk.originals('NORTH')).toEqual(['INV-1004 invoice 2 INV-1004.pdf']);
});

test('bytes that were changed behind our back are named by the proof', async () => {
  await using desk = await deskWithInvoices();
  await desk.add({ 'INV-1004.pdf': samplePdf('a') });
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.run(sql`update documents.file_content set content = 'other'::bytea`);
  await owner.close();
  const broken = (await proveOriginals(desk.db)).checks.filter(({ ok }) => !ok);
  expect(broken).toHaveLength(1);
});
