/** Mails that another wrote in a customer's name do nothing before a person has looked. */
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { type MailTold, boxFor, contactWith, mailComes } from '#test/support/mails.ts';
import { linkMail } from './link-mail.ts';

const forged = { 'Authentication-Results': 'mx.acme.example; spf=fail; dkim=none; dmarc=fail' };

async function deskWithBox() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '1000', issued: '2026-09-01', number: 'INV-4471' });
  await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, desk.companyId);
  return { ...desk, accountId, comes: (told: MailTold) => mailComes(desk, box, told) };
}

type Desk = Awaited<ReturnType<typeof deskWithBox>>;

const standing = (desk: Desk, mailId: Id) =>
  desk.db.one(sql<{
    state: string;
    cash: string;
    problem: string;
    candidates: string[];
    account_id: string | null;
  }>`
    select n.state, n.cash, m.problem, n.candidates, p.account_id
      from correspondence.mail_now n
      join correspondence.mail m on m.mail_id = n.mail_id
      left join correspondence.mail_place p on p.mail_id = n.mail_id
     where n.mail_id = ${mailId}`);

const refusals = (desk: Desk) =>
  desk.db.all(sql<{ channel: string }>`
    select channel from compliance.consent_card
     where account_id = ${desk.accountId} and said = 'no'`);

const contacts = (desk: Desk) =>
  desk.db.all(sql`select contact_id from compliance.contact where account_id = ${desk.accountId}`);

describe('a mail whose sender is forged', () => {
  test('refuses nothing and stands at no account; the one it names is offered', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({ body: 'Please stop emailing me.', headers: forged });
    expect(await standing(desk, mailId)).toEqual({
      state: 'open',
      cash: 'none',
      problem: 'sender_forged',
      candidates: [desk.accountId],
      account_id: null,
    });
    expect(await refusals(desk)).toEqual([]);
    expect(await contacts(desk)).toEqual([]);
    const { accountId } = desk;
    await desk.done((context) => linkMail(context, { mailId, accountId, learn: true }));
    expect(await refusals(desk)).toEqual([{ channel: 'email' }]);
    // The sender is learned for mails that are his; the next forged one waits like this one.
    const next = await desk.comes({ body: 'Please stop calling me.', headers: forged });
    expect(await standing(desk, next.mailId)).toMatchObject({ account_id: null });
    const own = await desk.comes({ body: 'Hello.' });
    expect(await standing(desk, own.mailId)).toMatchObject({ account_id: accountId });
  });

  test('brings no remittance to the cash desk until it is linked', async () => {
    await using desk = await deskWithBox();
    const told = {
      subject: 'Remittance advice',
      body: 'Please find our remittance advice attached.',
      files: [{ name: 'remittance.csv', content: 'invoice,amount\nINV-4471,1000.00\n' }],
    };
    const { mailId } = await desk.comes({ ...told, headers: forged });
    expect(await standing(desk, mailId)).toMatchObject({ cash: 'none', account_id: null });
    const { accountId } = desk;
    await desk.done((context) => linkMail(context, { mailId, accountId, learn: false }));
    expect(await standing(desk, mailId)).toMatchObject({ cash: 'waiting', account_id: accountId });
    const own = await desk.comes(told);
    expect(await standing(desk, own.mailId)).toMatchObject({ cash: 'waiting' });
  });

  test('stays open whatever machine it says to be', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({
      subject: 'Automatic reply: Your invoice',
      body: 'I am out of the office until December 1.',
      headers: { ...forged, 'Auto-Submitted': 'auto-replied' },
    });
    expect(await standing(desk, mailId)).toMatchObject({ state: 'open', account_id: null });
  });
});
