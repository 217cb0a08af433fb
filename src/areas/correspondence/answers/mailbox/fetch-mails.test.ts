import { describe, expect, test } from 'vitest';
import { makeSeal } from '#platform/auth/sealing.ts';
import { newId } from '#platform/ids.ts';
import { readMailboxes } from '#platform/imap/settings.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { imapPassword, imapServer, imapUser } from '#test/support/imap-server.ts';
import { contactWith, mailText } from '#test/support/mails.ts';
import { registerBox } from '../../actions/mailbox/register-box.ts';
import { boxesOf } from '../../store/mailbox/boxes.ts';
import { secretPurpose } from './box-sources.ts';
import { fetchMails } from './fetch-mails.ts';

const by = { actor: { ref: 'job:test', memberId: null }, reason: 'for the test' };

async function subjects({ db }: Story): Promise<string[]> {
  const rows = await db.all(sql<{ subject: string }>`
    select subject from correspondence.mail order by subject`);
  return rows.map(({ subject }) => subject);
}

describe('the boxes are looked at', () => {
  test('and each mail comes once, also when the server numbers anew', async () => {
    const mails = ['one', 'two', 'three'].map((subject) => mailText({ subject }));
    await using desk = await deskOn('2026-11-20');
    {
      await using imap = await imapServer({ mails });
      const there = { ...desk, mailboxes: readMailboxes(`${imap.url}?name=ar`) };
      expect(await fetchMails(there, by)).toMatchObject([{ box: 'ar', taken: 3, problem: null }]);
      expect(await fetchMails(there, by)).toMatchObject([{ taken: 0, known: 0 }]);
      imap.comes(mailText({ subject: 'four' }));
      expect(await fetchMails(there, by)).toMatchObject([{ taken: 1, known: 0 }]);
    }
    await using anew = await imapServer({ mails, uidValidity: 99 });
    const there = { ...desk, mailboxes: readMailboxes(`${anew.url}?name=ar`) };
    expect(await fetchMails(there, by)).toMatchObject([{ taken: 0, known: 3 }]);
    expect(await subjects(desk)).toEqual(['four', 'one', 'three', 'two']);
  });

  test('a second box with the same mail brings it no second time', async () => {
    const mail = mailText({ subject: 'to both' });
    await using one = await imapServer({ mails: [mail] });
    await using two = await imapServer({ mails: [mail] });
    await using desk = await deskOn('2026-11-20');
    const mailboxes = readMailboxes(`${one.url}?name=ar,${two.url}?name=billing`);
    const runs = await fetchMails({ ...desk, mailboxes }, by);
    expect(runs).toMatchObject([
      { box: 'ar', taken: 1, known: 0 },
      { box: 'billing', taken: 0, known: 1 },
    ]);
  });

  test('a box that fails says so beside it and keeps no other from its turn', async () => {
    await using imap = await imapServer({ mails: [mailText({ subject: 'here' })] });
    await using desk = await deskOn('2026-11-20');
    const wrong = imap.url.replace(encodeURIComponent(imapPassword), 'wr0ng-secret');
    const mailboxes = readMailboxes(`${wrong}?name=broken,${imap.url}?name=ar`);
    const runs = await fetchMails({ ...desk, mailboxes }, by);
    expect(runs).toMatchObject([
      { box: 'broken', taken: 0, problem: 'sign_in_refused' },
      { box: 'ar', taken: 1, problem: null },
    ]);
    const [ar, broken] = await boxesOf(desk.db, 'all');
    expect(ar).toMatchObject({ name: 'ar', problem: null, taken: 1 });
    expect(broken).toMatchObject({ problem: 'sign_in_refused', workedAt: null });
    expect(JSON.stringify([ar, broken, runs])).not.toContain('wr0ng-secret');
  });

  test('one that the desk registered opens with its sealed secret', async () => {
    await using imap = await imapServer({ mails: [mailText({ subject: 'sealed' })] });
    await using desk = await deskOn('2026-11-20');
    const seal = makeSeal('a key of the test');
    const mailboxId = newId();
    const { host, port, secure, folder } = imap.server;
    const server = { host, port, secure, folder, user: imapUser, signIn: 'password' } as const;
    await desk.done((context) =>
      registerBox(context, {
        mailboxId,
        companyId: desk.companyId,
        name: 'ar',
        address: imapUser,
        server,
        answerMinutes: 240,
        sealed: seal.close(JSON.stringify({ password: imapPassword }), secretPurpose(mailboxId)),
      }),
    );
    expect(await fetchMails({ ...desk, seal }, by)).toMatchObject([{ taken: 1, problem: null }]);
    const stranger = { ...desk, seal: makeSeal('another key') };
    expect(await fetchMails(stranger, by)).toMatchObject([{ problem: 'secret_missing' }]);
  });

  test('a mail that is too large is there by its head and says so', async () => {
    const large = mailText({ subject: 'huge', body: 'x'.repeat(9000) });
    await using imap = await imapServer({ mails: [large, mailText({ subject: 'small' })] });
    await using desk = await deskOn('2026-11-20');
    const mailboxes = readMailboxes(imap.url);
    await fetchMails({ ...desk, mailboxes }, by, { mostBytes: 5000 });
    const rows = await desk.db.all(sql<{ subject: string; problem: string; kept: boolean }>`
      select subject, problem, sha256 is not null as kept
        from correspondence.mail order by subject`);
    expect(rows).toEqual([
      { subject: 'huge', problem: 'too_large', kept: false },
      { subject: 'small', problem: null, kept: true },
    ]);
  });
});

test('a remittance goes to the desk’s reader of advices, each once', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await contactWith(desk, accountId, 'kim@buyer.example');
  const advice = mailText({
    subject: 'Remittance advice',
    body: 'Please find our remittance advice.',
    files: [{ name: 'remittance.csv', content: 'Invoice,Amount\nINV-1,100.00\nINV-2,250.50\n' }],
  });
  const empty = mailText({ subject: 'Remittance advice', body: 'Remittance advice will follow.' });
  await using imap = await imapServer({ mails: [advice, empty] });
  const there = { ...desk, mailboxes: readMailboxes(imap.url) };
  await fetchMails(there, by);
  await fetchMails(there, by);
  const { advices } = await desk.db.one(sql<{ advices: bigint }>`
    select count(*) as advices from bank_files.remittance_card`);
  expect(advices).toBe(1n);
  const states = await desk.db.all(sql<{ cash: string }>`
    select cash from correspondence.mail_now order by cash`);
  expect(states.map(({ cash }) => cash)).toEqual(['handed_over', 'unreadable']);
});
