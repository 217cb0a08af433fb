import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

async function deskThatAsks() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  await desk.company('OTHER');
  const accountId = await desk.account(companyId, 'NORTH');
  const maya = await desk.member('manager');
  return {
    ...desk,
    accountId,
    maya: await desk.signIn(maya),
    mayaId: maya.memberId,
    rosa: await desk.signIn(await desk.member('collector')),
    auditor: await desk.signIn(await desk.member('auditor')),
    address: `/api/v1/accounts/${accountId}/escalations`,
  };
}

const wish = { desk: 'manager', question: 'May we stop deliveries?' };

test('a question goes up with what was known, and its answer comes back to who asked', async () => {
  await using desk = await deskThatAsks();
  const { rosa, maya, mayaId, auditor, address } = desk;
  await maya.send('POST', `/api/v1/accounts/${desk.accountId}/documents`, {
    kind: 'invoice',
    number: 'I-1',
    issuedOn: '2026-09-01',
    currency: 'USD',
    net: '2000.00',
    dues: [{ dueOn: '2026-10-01', amount: '2000.00' }],
    reason: 'for the test',
  });
  await rosa.send('POST', `/api/v1/accounts/${desk.accountId}/notes`, { text: 'They hung up.' });
  expect(await auditor.send('POST', address, wish)).toMatchObject({ status: 403 });
  const asked = await rosa.send('POST', address, wish);
  expect(asked.body).toMatchObject({ toMember: mayaId });
  // The answer is checked against its contract by the server.
  const { escalationId } = asked.body as { escalationId: string };
  expect((await maya.get('/api/v1/escalations')).body).toMatchObject({
    rows: [
      {
        question: wish.question,
        // Friday; two business days later is a Tuesday.
        dueOn: '2026-11-24',
        turn: 'answer',
        packet: {
          owed: [{ currency: 'USD', overdue: '2000.00', oldestDueOn: '2026-10-01' }],
          contacts: [{ said: 'activity.note', text: 'They hung up.' }],
        },
      },
    ],
  });
  const clocks = '/api/v1/clocks';
  expect((await maya.get(`${clocks}?mine=true`)).body).toMatchObject({
    rows: [{ kind: 'escalation_answer', owner: { memberId: mayaId } }],
  });

  const move = (what: string) => `/api/v1/escalations/${escalationId}/${what}`;
  const answer = { text: 'Yes, from Monday.' };
  expect((await rosa.send('POST', move('answered'), answer)).body).toMatchObject({
    code: 'escalations.not_yours',
  });
  expect((await rosa.send('POST', move('read'), {})).body).toMatchObject({
    code: 'escalations.not_answered',
  });
  expect(await maya.send('POST', move('answered'), answer)).toMatchObject({ status: 200 });
  expect((await rosa.get(`${clocks}?mine=true`)).body).toMatchObject({
    rows: [{ kind: 'escalation_back' }],
  });
  expect((await rosa.get(address)).body).toMatchObject({
    rows: [{ state: 'answered', turn: 'read', answer: { text: answer.text } }],
  });
  expect(await rosa.send('POST', move('read'), {})).toMatchObject({ status: 200 });
  expect((await rosa.get(clocks)).body).toMatchObject({ count: 0 });
  expect((await maya.get('/api/v1/escalations?view=ended')).body).toMatchObject({
    rows: [{ state: 'closed', turn: null }],
  });
});

test('who asked takes it back; who works for another company sees none of it', async () => {
  await using desk = await deskThatAsks();
  const asked = await desk.rosa.send('POST', desk.address, wish);
  // The answer is checked against its contract by the server.
  const { escalationId } = asked.body as { escalationId: string };
  const stranger = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  const path = `/api/v1/escalations/${escalationId}/withdrawn`;
  expect((await stranger.send('POST', path, {})).body).toMatchObject({
    code: 'escalations.no_such_escalation',
  });
  expect(await desk.auditor.send('POST', path, {})).toMatchObject({ status: 403 });
  expect(await desk.rosa.send('POST', path, {})).toMatchObject({ status: 200 });
  expect((await desk.rosa.get('/api/v1/clocks?view=ended')).body).toMatchObject({
    rows: [{ kind: 'escalation_answer', state: 'void' }],
  });
  expect(
    (await desk.rosa.send('POST', desk.address, { ...wish, desk: 'sales' })).body,
  ).toMatchObject({ code: 'escalations.name_somebody' });
});
