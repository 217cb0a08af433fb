/** Calls that come in: who may be told what, and what may come of it when nothing may. */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { saveContact } from '#areas/customers/index.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { locate } from '#test/support/gate.ts';
import { authorisePerson } from './authorise-person.ts';
import { endCall } from './end-call.ts';
import { settleClaim } from './settle-claim.ts';
import { type TakeCall, takeCall } from './take-call.ts';

const right = [
  { check: 'account', right: true },
  { check: 'invoice', right: true },
] as const;

/** A student's account; her mother is on file, and calls. */
async function deskOfStudent() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('20417');
  await desk.db.run(sql`update customers.account set kind = 'student'`);
  await desk.invoice(accountId, { amount: '824', issued: '2026-08-01', number: 'T-1' });
  await locate(desk, accountId, { obligor: 'natural_person', purpose: 'consumer' });
  const { contactId } = await desk.done((context) =>
    saveContact(context, {
      accountId,
      contactId: undefined,
      contact: {
        role: 'parent',
        name: 'Mrs Vega',
        email: null,
        phone: '215-555-0177',
        language: 'es',
        zone: null,
      },
      verified: true,
    }),
  );
  const rosa = await desk.member('collector');
  const take = (part: Partial<TakeCall> = {}) =>
    desk.act(
      (context) =>
        takeCall(context, {
          accountId,
          contactId,
          person: 'Mrs Vega',
          relation: 'parent',
          number: '(215) 555-0177',
          language: 'es',
          answers: right,
          ...part,
        }),
      rosa,
    );
  return { ...desk, accountId, contactId, rosa, take };
}

test('a parent who is verified is still told nothing of a student’s account', async () => {
  await using desk = await deskOfStudent();
  const taken = await desk.take();
  expect(taken).toMatchObject({
    value: { verified: true, telling: { told: false, refusal: 'call.ferpa' } },
  });
  const [check] = await desk.db.all(sql`
    select relation, verified, told, because, answers from correspondence.caller_check`);
  expect(check).toEqual({
    relation: 'parent',
    verified: true,
    told: false,
    because: 'call.ferpa',
    answers: [...right],
  });
});

test('of whoever is told nothing one takes a message and no promise', async () => {
  await using desk = await deskOfStudent();
  const taken = await desk.take();
  if (!taken.ok) throw new Error(taken.refusal);
  const { callId } = taken.value;
  const end = (outcome: 'refuses' | 'information') =>
    desk.act(
      (context) =>
        endCall(context, {
          accountId: desk.accountId,
          callId,
          came: [{ outcome }],
          seconds: 30,
          note: 'will ask her daughter to call',
          nextOn: null,
          confirm: 'none',
        }),
      desk.rosa,
    );
  expect(answerOf(await end('refuses'))).toBe('call.told_nothing Mrs Vega refuses');
  expect(answerOf(await end('information'))).toBe('accepted');
  const [contact] = await desk.db.all(sql`
    select direction, permit_kind, result from compliance.contact_card`);
  expect(contact).toEqual({ direction: 'in', permit_kind: 'reported', result: 'conversation' });
});

test('with the student’s consent in writing a parent is told, until that ends', async () => {
  await using desk = await deskOfStudent();
  const { accountId, contactId } = desk;
  const authorise = (basis: 'written_consent' | 'oral_consent' | 'withdrawn') =>
    desk.act((context) =>
      authorisePerson(context, { accountId, contactId, basis, source: 'form of 3 Sep' }),
    );
  expect(answerOf(await authorise('oral_consent'))).toBe('call.ferpa');
  await authorise('written_consent');
  expect(await desk.take()).toMatchObject({
    value: { telling: { told: true, because: 'authorised' } },
  });
  desk.on('2026-11-23');
  await authorise('withdrawn');
  const other = await desk.member('senior');
  const again = await desk.act(
    (context) =>
      takeCall(context, {
        accountId,
        contactId,
        person: 'Mrs Vega',
        relation: 'parent',
        number: '',
        language: 'es',
        answers: right,
      }),
    other,
  );
  expect(again).toMatchObject({ value: { telling: { told: false } } });
});

test('the number on file is one right answer; alone it verifies nobody', async () => {
  await using desk = await deskOfStudent();
  expect(await desk.take({ answers: [] })).toMatchObject({ value: { verified: false } });
  const other = await desk.member('senior');
  const wish = {
    accountId: desk.accountId,
    contactId: desk.contactId,
    person: 'Mrs Vega',
    relation: 'parent',
    language: 'es',
    answers: [{ check: 'account', right: true }],
  } as const;
  const fromFile = await desk.act(
    (context) => takeCall(context, { ...wish, number: '215 555 0177' }),
    other,
  );
  expect(fromFile).toMatchObject({ value: { verified: true } });
});

test('a claim is settled once, and only one that was made', async () => {
  await using desk = await deskOfStudent();
  const { accountId } = desk;
  const none = await desk.act((context) =>
    settleClaim(context, { accountId, claimId: accountId, found: true }),
  );
  expect(answerOf(none)).toBe('call.no_such_claim');
});
