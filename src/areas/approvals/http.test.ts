import { expect, test } from 'vitest';
import { approvalKinds } from './contract.ts';
import { allNews } from '#test/support/dispute-desk.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { samplePdf } from '#test/support/papers.ts';

async function deskThatAsks() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  await desk.company('OTHER');
  const accountId = await desk.account(companyId, 'NORTH');
  const account = `/api/v1/accounts/${accountId}`;
  const manager = await desk.signIn(await desk.member('manager'));
  const made = await manager.send('POST', `${account}/documents`, {
    kind: 'invoice',
    number: 'I-1',
    issuedOn: '2026-10-01',
    currency: 'USD',
    net: '2000.00',
    dues: [{ dueOn: '2026-10-31', amount: '2000.00' }],
    reason: 'for the test',
  });
  // The posting's answer is checked against its contract by the server.
  const [itemId] = (made.body as { itemIds: string[] }).itemIds;
  return {
    ...desk,
    address: `${account}/items/${itemId ?? ''}/write-off-requests`,
    manager,
    collector: await desk.signIn(await desk.member('collector')),
    controller: await desk.signIn(await desk.member('controller')),
    auditor: await desk.signIn(await desk.member('auditor')),
  };
}

const wish = { amount: '900.00', evidence: 'The shop is closed.', reason: 'out of business' };

test('a write-off is asked for by one person and granted by another', async () => {
  await using desk = await deskThatAsks();
  const { collector, controller, manager, auditor } = desk;
  expect(await auditor.send('POST', desk.address, wish)).toMatchObject({ status: 403 });
  const asked = await collector.send('POST', desk.address, wish);
  expect(asked.status).toBe(200);
  // The answer of a request.
  const { requestId } = asked.body as { requestId: string };
  const decision = `/api/v1/approvals/${requestId}/decision`;
  const yes = { said: 'yes', reason: 'Seen the letter of the court.' };

  expect(await collector.send('POST', decision, yes)).toMatchObject({ status: 403 });
  expect((await manager.send('POST', decision, yes)).body).toMatchObject({
    code: 'approvals.beyond_authority',
  });
  expect((await manager.get('/api/v1/approvals')).body).toMatchObject({ rows: [], cut: false });
  expect((await controller.get('/api/v1/approvals')).body).toMatchObject({
    rows: [
      {
        requestId,
        title: 'Write off I-1 of Customer NORTH',
        amount: '900.00',
        evidence: 'The shop is closed.',
        state: 'open',
        mayNot: null,
      },
    ],
  });
  const granted = await controller.send('POST', decision, yes);
  expect(granted.body).toMatchObject({ state: 'granted' });
  expect((await collector.get('/api/v1/approvals?view=ended')).body).toMatchObject({
    rows: [{ state: 'granted', words: [{ said: 'yes', reason: yes.reason }], mine: true }],
  });
});

test('who asked takes it back; who works for another company sees none of it', async () => {
  await using desk = await deskThatAsks();
  const asked = await desk.collector.send('POST', desk.address, wish);
  // The answer of a request.
  const { requestId } = asked.body as { requestId: string };
  const back = `/api/v1/approvals/${requestId}/withdrawal`;
  const stranger = await desk.signIn(await desk.member('controller', { companies: ['OTHER'] }));
  expect((await stranger.get('/api/v1/approvals?view=open')).body).toMatchObject({ rows: [] });
  const decision = await stranger.send('POST', `/api/v1/approvals/${requestId}/decision`, {
    said: 'yes',
    reason: 'x',
  });
  expect(decision.body).toMatchObject({ code: 'approvals.no_such_request' });
  expect(await desk.auditor.send('POST', back, { reason: 'x' })).toMatchObject({ status: 403 });
  const taken = await desk.collector.send('POST', back, { reason: 'They paid.' });
  expect(taken).toMatchObject({ status: 200 });
});

test('who may approve what is read by all, and asked to change by who approves', async () => {
  await using desk = await deskThatAsks();
  const address = '/api/v1/companies/ACME/authorities';
  expect((await desk.auditor.get(address)).body).toMatchObject({
    currency: 'USD',
    rows: [
      { kind: 'write_off', own: false, limits: [{ role: 'manager', most: '500' }, {}, {}] },
      ...approvalKinds.slice(1).map((kind) => ({ kind, own: false })),
    ],
  });
  const other = {
    limits: [{ role: 'cfo', most: null }],
    dualFrom: null,
    validDays: 7,
    reason: 'After the audit.',
  };
  const path = `${address}/write_off`;
  expect(await desk.collector.send('POST', path, other)).toMatchObject({ status: 403 });
  expect(await desk.controller.send('POST', path, other)).toMatchObject({ status: 200 });
  expect((await desk.controller.send('POST', path, other)).body).toMatchObject({
    code: 'approvals.asked_already',
  });
  const nowhere = '/api/v1/companies/NOWHERE/authorities';
  expect((await desk.auditor.get(nowhere)).body).toMatchObject({ code: 'team.no_such_company' });
});

test('duties that must be apart are read; roles that would join two are refused', async () => {
  await using desk = await deskThatAsks();
  const { auditor } = desk;
  expect((await auditor.get('/api/v1/duties')).body).toMatchObject({
    findings: 2,
    rows: [
      { roles: ['controller'], pairs: [{ otherName: 'charging and invoicing' }] },
      { roles: ['manager'], pairs: [{ one: 'credit_memo_approval', within: 'manager' }] },
      { pairs: [] },
      { pairs: [] },
    ],
  });
  expect(await desk.ask('GET', '/api/v1/duties')).toMatchObject({ status: 401 });
  const person = await desk.member('collector');
  const administrator = await desk.signIn(await desk.member('administrator'));
  const path = `/api/v1/members/${person.memberId}`;
  const roles = { roles: ['poster', 'cfo'], reason: 'We are few.' };
  expect((await administrator.send('PUT', path, roles)).body).toMatchObject({
    code: 'team.duties_apart',
  });
});

test('a paper stands beside a request; without the one it takes nobody says yes', async () => {
  await using desk = await deskThatAsks();
  const { collector, controller, auditor } = desk;
  const cfo = await desk.signIn(await desk.member('cfo'));
  const authority = {
    limits: [
      { role: 'controller', most: '5000' },
      { role: 'cfo', most: null },
    ],
    dualFrom: null,
    evidenceFrom: '500',
    validDays: 7,
    reason: 'After the audit.',
  };
  const yes = { said: 'yes', reason: 'Read.' };
  const asking = await controller.send(
    'POST',
    '/api/v1/companies/ACME/authorities/write_off',
    authority,
  );
  // The answers of requests, here and below.
  const wider = (asking.body as { requestId: string }).requestId;
  await cfo.send('POST', `/api/v1/approvals/${wider}/decision`, yes);
  await allNews(desk);

  const asked = await collector.send('POST', desk.address, wish);
  const { requestId } = asked.body as { requestId: string };
  const papers = `/api/v1/approvals/${requestId}/evidence`;
  const decision = `/api/v1/approvals/${requestId}/decision`;
  expect((await controller.send('POST', decision, yes)).body).toMatchObject({
    code: 'approvals.evidence_missing',
  });
  const letter = samplePdf('letter of the court');
  expect(await auditor.drop(papers, { 'letter.pdf': letter })).toMatchObject({ status: 403 });
  expect(
    (await collector.drop(papers, { 'letter.pdf': new TextEncoder().encode('MZ') })).body,
  ).toMatchObject({ code: 'approvals.not_an_original' });
  const kept = await collector.drop(papers, { 'letter.pdf': letter });
  expect(kept).toMatchObject({ status: 200, body: { ids: [expect.any(String)] } });
  // The same paper once more changes nothing.
  expect((await collector.drop(papers, { 'again.pdf': letter })).body).toEqual({ ids: [] });
  const [evidenceId = ''] = (kept.body as { ids: string[] }).ids;
  expect((await controller.get('/api/v1/approvals')).body).toMatchObject({
    rows: [{ requestId, lacksFile: false, files: [{ evidenceId, file: 'letter.pdf' }] }],
  });
  const opened = await auditor.get(`${papers}/${evidenceId}`);
  expect(opened).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
  expect(opened.text).toContain('letter of the court');
  const stranger = await desk.signIn(await desk.member('controller', { companies: ['OTHER'] }));
  expect((await stranger.get(`${papers}/${evidenceId}`)).body).toMatchObject({
    code: 'approvals.no_such_file',
  });
  expect((await controller.send('POST', decision, yes)).body).toMatchObject({ state: 'granted' });
  expect((await collector.drop(papers, { 'late.pdf': samplePdf('late') })).body).toMatchObject({
    code: 'approvals.not_open',
  });
});

test('another person answers for duties in one hand; the auditor reads it', async () => {
  await using desk = await deskThatAsks();
  const { auditor, collector, controller } = desk;
  type Held = { memberId: string; roles: string[]; pairs: { one: string; other: string }[] };
  const read = async () => (await auditor.get('/api/v1/duties')).body as { rows: Held[] };
  const held = (await read()).rows.find(({ roles }) => roles.includes('manager'));
  const [pair] = held?.pairs ?? [];
  if (!held || !pair) throw new Error('the manager holds no pair');
  const path = `/api/v1/duties/${held.memberId}/acceptances`;
  const said = { ...pair, untilOn: '2027-06-30', reason: 'The CFO reads the list every Friday.' };
  const body = { one: said.one, other: said.other, untilOn: said.untilOn, reason: said.reason };
  expect(await collector.send('POST', path, body)).toMatchObject({ status: 403 });
  expect((await desk.manager.send('POST', path, body)).body).toMatchObject({
    code: 'approvals.duties_own',
  });
  expect(
    (await controller.send('POST', path, { ...body, untilOn: '2029-01-01' })).body,
  ).toMatchObject({ code: 'approvals.duties_until' });
  expect(
    (await controller.send('POST', path, { ...body, one: 'cash_posting' })).body,
  ).toMatchObject({
    code: 'approvals.duties_not_held',
  });
  expect(await controller.send('POST', path, body)).toMatchObject({ status: 200 });
  const after = (await read()).rows.find(({ memberId }) => memberId === held.memberId);
  expect(after?.pairs[0]).toMatchObject({
    accepted: { by: 'The controller', untilOn: '2027-06-30', stands: true },
  });
  expect(await read()).toMatchObject({ findings: 2, unanswered: 1 });
  desk.on('2027-07-01');
  expect(await read()).toMatchObject({ findings: 2, unanswered: 2 });
});
