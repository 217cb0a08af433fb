import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';
import type { WriteLetter } from './write-letter.ts';

test('a letter goes out from its template and takes the step with it, or neither', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const maya = await desk.signIn(await desk.member('manager'));
  const contacts = `/api/v1/accounts/${accountId}/contacts`;
  const ana = {
    role: 'accounts_payable',
    name: 'Ana Orr',
    email: 'ana@north.example',
    language: 'es',
  };
  const saved = await maya.send('POST', contacts, {
    ...ana,
    phone: null,
    language: 'es',
    zone: null,
    verified: true,
  });
  expect(saved.status).toBe(200);
  const path = `/api/v1/accounts/${accountId}/complaints`;
  const told = { class: 'service', subject: 'Late truck', saidBy: 'Ana', channel: 'phone' };
  const came = await rosa.send('POST', path, told);
  // The answer of the register, held to its contract by the server.
  const { complaintId } = came.body as { complaintId: string };
  const one = await rosa.get(`${path}/${complaintId}`);
  // As above.
  const { contacts: known } = one.body as { contacts: { contactId: string }[] };
  const contactId = known[0]?.contactId;
  const write = (more: Partial<Pick<WriteLetter, 'letter' | 'cause'>> & { contactId?: string }) =>
    rosa.send('POST', `${path}/${complaintId}/letters`, { contactId, words: 'Gracias.', ...more });
  expect((await write({ letter: 'answer' })).body).toMatchObject({
    code: 'complaint.cause_missing',
  });
  expect((await write({ letter: 'acknowledge' })).body).toMatchObject({ state: 'acknowledged' });
  expect((await write({ letter: 'answer', cause: 'carrier' })).body).toMatchObject({
    state: 'answered',
  });
  const sent = await desk.db.all(sql`
    select template_key, language, channel, body like '%Gracias.%' as said
      from correspondence.message order by template_key`);
  expect(sent).toEqual([
    { template_key: 'complaint-acknowledged', language: 'es', channel: 'email', said: true },
    { template_key: 'complaint-answered', language: 'es', channel: 'email', said: true },
  ]);
  const other = { letter: 'answer', cause: 'x', contactId: complaintId } as const;
  expect((await write(other)).body).toMatchObject({ code: 'complaint.no_such_contact' });
});
