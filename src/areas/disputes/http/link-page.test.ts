import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

async function deskWithLink() {
  const desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
  const posted = accepted(await perform(desk, doing, (context) => postItem(context, wish)));
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}/disputes`;
  const opened = await rosa.send('POST', path, {
    items: [{ itemId: id(String(posted.answer.itemIds[0])), amount: '182.00' }],
    currency: 'USD',
    reason: 'freight',
    saidBy: 'Ms <Orr>',
  });
  // The answers of opening and of inviting, held to their contracts by the server.
  const { caseId } = opened.body as { caseId: string };
  const page = `${path}/${caseId}`;
  const invitation = {
    toName: 'Lee <b>',
    toEmail: 'lee@ops.example',
    language: 'es',
    question: '¿Se cobró el flete dos veces?',
  };
  const invited = await rosa.send('POST', `${page}/links`, invitation);
  const { path: link, linkId } = invited.body as { path: string; linkId: string };
  return { ...desk, rosa, page, link, linkId, invitation };
}

const boundary = 'x-dunlin';
function multipart(parts: Readonly<Record<string, string>>, file?: { name: string; text: string }) {
  const fields = Object.entries(parts).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const upload = file
    ? `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${file.name}"\r\n` +
      `content-type: application/octet-stream\r\n\r\n${file.text}\r\n`
    : '';
  return {
    payload: `${fields.join('')}${upload}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

test('somebody outside answers by the link alone, in their language, with a file', async () => {
  await using desk = await deskWithLink();
  const { app, link, page, rosa } = desk;
  const shown = await app.inject({ method: 'GET', url: link });
  expect(shown.statusCode).toBe(200);
  expect(shown.headers['referrer-policy']).toBe('no-referrer');
  expect(shown.body).toContain('¿Se cobró el flete dos veces?');
  expect(shown.body).toContain('Lee &lt;b&gt;');
  expect(shown.body).not.toContain('<script');
  expect((await app.inject({ method: 'GET', url: `${link}?lang=en` })).body).toContain('Freight');

  const mark = /name="mark" value="([0-9a-f]+)"/u.exec(shown.body)?.[1] ?? '';
  const fields = { mark, verdict: 'agree', answer: 'Sí, dos veces.' };
  const file = { name: 'guia.pdf', text: '%PDF-1.4\nx\n%%EOF\n' };
  const sent = await app.inject({ method: 'POST', url: link, ...multipart(fields, file) });
  expect(sent.statusCode).toBe(200);
  expect(sent.body).toContain('Gracias');
  expect((await rosa.get(page)).body).toMatchObject({
    state: 'open',
    link: 'answered',
    answers: [{ by: 'Lee <b>', verdict: 'agree', answer: 'Sí, dos veces.' }],
    evidence: [{ file: 'guia.pdf', by: 'Lee <b>' }],
  });
  const audit = await desk.db.all(sql`
    select action from platform.audit
     where actor = ${`link:${desk.linkId}`} order by audit_id`);
  expect(audit).toEqual([
    { action: 'disputes.open_link' },
    { action: 'disputes.open_link' },
    { action: 'disputes.answer_link' },
  ]);
});

test('a tampered, foreign, expired or withdrawn link is refused; no token is kept', async () => {
  await using desk = await deskWithLink();
  const { app, link, page, rosa, linkId } = desk;
  const get = async (url: string) => (await app.inject({ method: 'GET', url })).statusCode;
  expect(await get(`${link}x`)).toBe(404);
  expect(await get('/answer/nothing')).toBe(404);
  const forged = multipart({ mark: 'x', verdict: 'agree', answer: 'yes' });
  expect((await app.inject({ method: 'POST', url: link, ...forged })).statusCode).toBe(403);
  const token = link.replace('/answer/', '');
  const { rows } = await desk.db.one(sql<{ rows: bigint }>`
    select (select count(*) from disputes.link where token_hash like ${`%${token}%`})
         + (select count(*) from platform.audit a where a::text like ${`%${token}%`})
         + (select count(*) from platform.idempotency i where i::text like ${`%${token}%`})
           as rows`);
  expect(rows).toBe(0n);

  await rosa.send('POST', `${page}/links/${linkId}/revocation`, {});
  expect(await get(link)).toBe(410);
  const second = await rosa.send('POST', `${page}/links`, { ...desk.invitation, days: 1 });
  const { path: short } = second.body as { path: string };
  expect(await get(short)).toBe(200);
  desk.wait(60 * 24 * 3);
  expect(await get(short)).toBe(410);
});

test('a repeated key answers the link without its token; a guesser is slowed', async () => {
  await using desk = await deskWithLink();
  const { app, rosa, page, invitation } = desk;
  const again = () => rosa.send('POST', `${page}/links`, invitation, { 'idempotency-key': 'one' });
  expect((await again()).body).toMatchObject({ path: expect.stringMatching(/^\/answer\//u) });
  expect((await again()).body).toMatchObject({ path: null });
  const codes = new Set<number>();
  for (let guess = 0; guess < 40; guess += 1) {
    codes.add((await app.inject({ method: 'GET', url: `/answer/guess-${guess}` })).statusCode);
  }
  expect([...codes]).toEqual([404, 429]);
});

test('the research pack is one archive with the case on paper first', async () => {
  await using desk = await deskWithLink();
  const pack = await desk.rosa.get(`${desk.page}/pack`);
  expect(pack.status).toBe(200);
  expect(pack.headers['content-type']).toBe('application/zip');
  expect(pack.text.slice(0, 2)).toBe('PK');
  expect(pack.text).toMatch(/D-[0-9A-F]{6}\.pdf/u);
});
