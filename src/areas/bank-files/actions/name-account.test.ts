import { describe, expect, test } from 'vitest';
import type { NeutralFile } from '#formats/neutral.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { deskWithBank, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { sql } from '#platform/postgres/sql.ts';
import { awaitedBy } from '../store/files.ts';
import { closeFile } from './close-file.ts';
import { type NameAccount, nameAccount } from './name-account.ts';
import { registerBankAccount } from './register-bank-account.ts';

const two = fileOf(
  statementOf([line('2026-06-02', '45.00', 'DEPOSIT')]),
  statementOf([line('2026-06-02', '7.00', 'LOCKBOX')], { account: '0999' }),
);

/** A desk whose bank sent a file with an account that nobody has registered. */
async function deskThatWaits(file: NeutralFile = two) {
  const desk = await deskWithBank('2026-06-03');
  const { fileId } = await desk.takeIn(file);
  const lockbox = await desk.done((context) =>
    registerBankAccount(context, {
      companyId: desk.companyId,
      name: 'Lockbox',
      number: '555',
      currency: currency('USD'),
      cashAccount: '1020',
    }),
  );
  const name = (part: Partial<NameAccount> = {}) =>
    desk.act((context) =>
      nameAccount(context, {
        fileId,
        stated: '999',
        currency: 'USD',
        bankAccountId: lockbox.bankAccountId,
        companies: 'all',
        read: () => Promise.resolve(accept(file)),
        ...part,
      }),
    );
  return { ...desk, fileId, name, lockbox: lockbox.bankAccountId };
}

test('once its account is named the whole file goes in; the next one does not ask', async () => {
  await using desk = await deskThatWaits();
  expect(await desk.name()).toMatchObject({ value: { state: 'taken_in', found: 2, added: 2 } });
  expect(await desk.lines()).toHaveLength(1);
  expect(await desk.lines(desk.lockbox)).toEqual(['2026-06-02 7.00 booked LOCKBOX']);
  const next = fileOf(statementOf([line('2026-06-03', '8.00', 'X')], { account: '00999' }));
  expect(await desk.takeIn(next)).toMatchObject({ state: 'taken_in', added: 1 });
});

test('what was registered after the file came takes it in, and adds no number', async () => {
  await using desk = await deskThatWaits();
  const late = await desk.done((context) =>
    registerBankAccount(context, {
      companyId: desk.companyId,
      name: 'Late',
      number: '999',
      currency: currency('USD'),
      cashAccount: '1030',
    }),
  );
  expect(await awaitedBy(desk.db, 'all', desk.fileId)).toEqual([
    { stated: '999', currency: 'USD', bank_account_id: late.bankAccountId, name: 'Late' },
  ]);
  expect(await awaitedBy(desk.db, [], desk.fileId)).toMatchObject([{ bank_account_id: null }]);
  const { bankAccountId } = late;
  expect(await desk.name({ bankAccountId })).toMatchObject({ value: { state: 'taken_in' } });
  const changes = await desk.db.all(sql<{ kind: string }>`
    select kind from bank_files.bank_account_change where bank_account_id = ${bankAccountId}`);
  expect(changes.map(({ kind }) => kind)).toEqual(['registered']);
});

test('what was said when it came is not asked again', async () => {
  const silent = fileOf(
    statementOf([line('2026-06-02', '45.00', 'NO NUMBER')], { account: '' }),
    statementOf([line('2026-06-02', '7.00', 'LOCKBOX')], { account: '0999' }),
  );
  await using desk = await deskThatWaits();
  const { bankAccountId } = desk;
  const { fileId, unknownAccounts } = await desk.takeIn(silent, { bankAccountId });
  expect(unknownAccounts).toEqual([{ stated: '999', currency: 'USD' }]);
  const read: NameAccount['read'] = () => Promise.resolve(accept(silent));
  expect(await desk.name({ fileId, read })).toMatchObject({
    value: { state: 'taken_in', added: 2 },
  });
  expect(await desk.lines()).toEqual(['2026-06-02 45.00 booked NO NUMBER']);
});

test('with another account still unknown it waits on', async () => {
  const three = fileOf(...two.statements, statementOf([], { account: '777' }));
  await using desk = await deskThatWaits(three);
  expect(await desk.name()).toMatchObject({
    value: { state: 'waiting', unknownAccounts: [{ stated: '777', currency: 'USD' }] },
  });
  expect(await desk.lines()).toEqual([]);
});

test('a file without numbers is answered for itself alone', async () => {
  const bare = fileOf(statementOf([line('2026-06-02', '1.00', 'A')], { account: '' }));
  await using desk = await deskThatWaits(bare);
  expect(await desk.name({ stated: '' })).toMatchObject({ value: { state: 'taken_in' } });
  const next = fileOf(statementOf([line('2026-06-03', '2.00', 'B')], { account: '' }));
  expect(await desk.takeIn(next)).toMatchObject({ state: 'waiting' });
  const said = { ...next, format: 'bank-csv' };
  expect(await desk.takeIn(said, { bankAccountId: desk.bankAccountId })).toMatchObject({
    state: 'taken_in',
  });
});

describe('naming is refused', () => {
  test('in another currency, for an unknown account, or once the file is in', async () => {
    await using desk = await deskThatWaits();
    expect(await desk.name({ currency: 'EUR' })).toMatchObject({
      refusal: 'bank_files.other_currency',
    });
    expect(await desk.name({ bankAccountId: desk.fileId })).toMatchObject({
      refusal: 'bank_files.no_such_bank_account',
    });
    expect(await desk.name({ companies: [] })).toMatchObject({
      refusal: 'bank_files.no_such_file',
    });
    await desk.name();
    expect(await desk.name()).toMatchObject({ refusal: 'bank_files.not_waiting' });
  });
});

describe('a file is ended', () => {
  test('that waits: none of it ever comes in', async () => {
    await using desk = await deskThatWaits();
    const end = () =>
      desk.act((context) => closeFile(context, { fileId: desk.fileId, companies: 'all' }));
    expect(await end()).toMatchObject({ ok: true });
    expect(await end()).toMatchObject({ refusal: 'bank_files.not_standing' });
    expect(await desk.name()).toMatchObject({ refusal: 'bank_files.not_waiting' });
    expect(await desk.lines()).toEqual([]);
  });

  test('but not one of another company', async () => {
    await using desk = await deskThatWaits();
    const ended = await desk.act((context) =>
      closeFile(context, { fileId: desk.fileId, companies: [] }),
    );
    expect(ended).toMatchObject({ refusal: 'bank_files.no_such_file' });
  });
});
