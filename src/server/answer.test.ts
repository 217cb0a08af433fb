/** What the server does around every handler: keys, dry runs, files, uploads, failures. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accept, refuse } from '#kernel/outcome.ts';
import { route } from '#platform/contract/route.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';

const place = { tag: 'test', summary: 'Only for tests', permission: 'signed-in' } as const;

const raise = route({
  ...place,
  method: 'POST',
  path: '/api/v1/test/raise',
  body: z.object({ by: z.number().int(), password: z.string().optional() }),
  answer: z.object({ value: z.number() }),
});

const download = route({
  ...place,
  method: 'GET',
  path: '/api/v1/test/download',
  kind: 'file',
  query: z.object({ pieces: z.coerce.number() }),
  answer: z.undefined(),
});

const upload = route({
  ...place,
  method: 'POST',
  path: '/api/v1/test/upload',
  kind: 'upload',
  answer: z.object({ files: z.array(z.string()), fields: z.record(z.string(), z.string()) }),
});

const broken = route({
  ...place,
  method: 'GET',
  path: '/api/v1/test/broken',
  answer: z.object({ day: z.iso.date() }),
});

const slow = route({
  ...place,
  method: 'GET',
  path: '/api/v1/test/slow',
  answer: z.object({ done: z.literal(true) }),
});

const served: readonly Served[] = [
  serve(slow, async () => {
    await wait(300);
    return accept({ done: true });
  }),
  serve(raise, ({ body, perform }) =>
    perform('test.raise', 'for the test', async ({ tx, did, tell }) => {
      if (body.by <= 0) return refuse('test.not_up', { by: body.by });
      await tx.run(sql`
        insert into platform.counter (name, value) values ('test', ${body.by})
        on conflict (name) do update set value = counter.value + ${body.by}`);
      const { value } = await tx.one(sql<{ value: bigint }>`
        select value from platform.counter where name = 'test'`);
      did({ what: 'raised', facts: { by: body.by } });
      await tell({ name: 'test.raised', accountId: null, payload: {} });
      return accept({ value: Number(value) });
    }),
  ),
  serveFile(download, async ({ query }) => {
    async function* pieces() {
      for (let index = 0; index < query.pieces; index += 1) yield `línea ${index}\n`;
    }
    const cut = query.pieces > 5 ? { cutAfter: query.pieces } : {};
    const type = 'text/csv; charset=utf-8';
    return accept({ name: 'añejo 2026.csv', type, body: pieces(), ...cut });
  }),
  serveUpload(upload, async ({ files, fields }) =>
    accept({ files: files.map(({ name, bytes }) => `${name}: ${bytes.length}`), fields }),
  ),
  serve(broken, async () => accept({ day: 'not a day' })),
];

async function open() {
  const desk = await openDesk({ routes: served, limits: { upload: 1000 } });
  return { desk, browser: await desk.signIn(await desk.member('collector')) };
}

async function counts(desk: TestDesk): Promise<unknown> {
  return desk.db.one(sql`
    select (select count(*)::int from platform.counter) as counters,
           (select count(*)::int from platform.audit where action = 'test.raise') as audits,
           (select count(*)::int from platform.event) as events,
           (select count(*)::int from platform.idempotency) as answers`);
}

test('the same key with the same input gets the first answer and does nothing again', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const headers = { 'idempotency-key': 'k-1' };
  const first = await browser.send('POST', raise.path, { by: 2 }, headers);
  const again = await browser.send('POST', raise.path, { by: 2 }, headers);
  expect(first).toMatchObject({ status: 200, body: { value: 2 } });
  expect(again).toMatchObject({ status: 200, body: { value: 2 } });
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(await counts(desk)).toEqual({ counters: 1, audits: 1, events: 1, answers: 1 });
});

test('of many requests at once with one key, one does it and all get its answer', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const headers = { 'idempotency-key': 'k-1' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => browser.send('POST', raise.path, { by: 2 }, headers)),
  );
  expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 6 }, () => ({ value: 2 })));
});

test('the same key with other input is refused, and a colleague’s key is another key', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const headers = { 'idempotency-key': 'k-1' };
  await browser.send('POST', raise.path, { by: 2 }, headers);
  const other = await browser.send('POST', raise.path, { by: 3 }, headers);
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency.key_used_otherwise' } });
  const colleague = await desk.signIn(await desk.member('collector'));
  const theirs = await colleague.send('POST', raise.path, { by: 3 }, headers);
  expect(theirs).toMatchObject({ status: 200, body: { value: 5 } });
});

test('a key that no header may hold is refused', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  for (const key of ['', ' ', 'x'.repeat(201)]) {
    const headers = { 'idempotency-key': key };
    const answer = await browser.send('POST', raise.path, { by: 2 }, headers);
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.bad_key' } });
  }
});

test('a dry run answers its effects and leaves nothing', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const headers = { 'idempotency-key': 'k-1' };
  const dry = await browser.send('POST', `${raise.path}?dryRun=true`, { by: 2 }, headers);
  expect(dry).toMatchObject({
    status: 200,
    body: {
      dryRun: true,
      effects: [{ what: 'raised', facts: { by: 2 } }],
      answer: { value: 2 },
    },
  });
  expect(await counts(desk)).toEqual({ counters: 0, audits: 0, events: 0, answers: 0 });
  const real = await browser.send('POST', `${raise.path}?dryRun=false`, { by: 2 }, headers);
  expect(real.body).toEqual({ value: 2 });
});

test('of signing in there is no dry run', async () => {
  const { desk } = await open();
  await using _ = desk;
  const body = { email: 'a@b.example', password: 'x' };
  const answer = await desk.ask('POST', '/api/v1/session?dryRun=true', { body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.no_dry_run' } });
});

test('a refusal keeps its name and its facts, and leaves nothing', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const answer = await browser.send('POST', raise.path, { by: -1 }, { 'idempotency-key': 'k' });
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'test.not_up', facts: { by: -1 }, type: 'urn:dunlin:test.not_up' },
  });
  expect(await counts(desk)).toEqual({ counters: 0, audits: 0, events: 0, answers: 0 });
});

test('every write is in the audit trail with its actor and input, without a password', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  await browser.send('POST', raise.path, { by: 2, password: 'hush hush' });
  const row = await desk.db.one(sql`
    select actor, personal from platform.audit where action = 'test.raise'`);
  expect(row).toMatchObject({
    actor: expect.stringMatching(/^member:/u),
    personal: { input: { body: { by: 2 } }, reason: 'for the test' },
  });
  expect(JSON.stringify(row)).not.toContain('hush');
});

test('a download comes piece by piece under its own name', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const answer = await browser.get(`${download.path}?pieces=3`);
  expect(answer).toMatchObject({
    status: 200,
    text: 'línea 0\nlínea 1\nlínea 2\n',
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="a_ejo 2026.csv"; filename\*=UTF-8''a%C3%B1ejo%202026.csv$/u,
      ),
    },
  });
});

test('a download that was cut says after how many rows, a whole one says nothing', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const whole = await browser.get(`${download.path}?pieces=3`);
  expect(whole.headers['rows-cut-after']).toBeUndefined();
  const cut = await browser.get(`${download.path}?pieces=6`);
  expect(cut.headers['rows-cut-after']).toBe('6');
});

async function send(desk: TestDesk, cookie: string, csrf: string, form: FormData) {
  const body = new Response(form);
  const response = await desk.app.inject({
    method: 'POST',
    url: upload.path,
    headers: {
      cookie,
      'x-csrf-token': csrf,
      'content-type': body.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json<unknown>() };
}

test('an upload brings its files and fields, and is limited in size', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const form = new FormData();
  form.append('file', new Blob(['a;b\n1;2\n']), 'items.csv');
  form.append('company', 'ACME');
  expect(await send(desk, browser.cookie, browser.csrf, form)).toEqual({
    status: 200,
    body: { files: ['items.csv: 8'], fields: { company: 'ACME' } },
  });

  form.set('file', new Blob(['x'.repeat(1001)]), 'large.csv');
  expect(await send(desk, browser.cookie, browser.csrf, form)).toMatchObject({
    status: 413,
    body: { code: 'request.too_large' },
  });

  form.set('file', new Blob(['x']), `${'long'.repeat(64)}.csv`);
  expect(await send(desk, browser.cookie, browser.csrf, form)).toMatchObject({
    status: 400,
    body: { code: 'request.not_understood', errors: [{ field: 'file' }] },
  });

  form.delete('file');
  expect(await send(desk, browser.cookie, browser.csrf, form)).toMatchObject({
    status: 400,
    body: { code: 'request.not_understood', errors: [{ field: 'file' }] },
  });
});

test('a request that runs while the server stops is still answered', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const asked = fetch(`${address}${slow.path}`, { headers: { cookie: browser.cookie } });
  await wait(100);
  await desk.app.close();
  expect(await (await asked).json()).toEqual({ done: true });
});

test('an answer that breaks its contract is our failure, told without its cause', async () => {
  const { desk, browser } = await open();
  await using _ = desk;
  const answer = await browser.get(broken.path);
  expect(answer).toMatchObject({ status: 500, body: { code: 'server.failed' } });
  expect(answer.text).not.toContain('not a day');
});
