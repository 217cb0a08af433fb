/**
 * The OData feed as its clients meet it: a client library from npm over a real port, and the
 * requests that Excel and Power BI make, in their order.
 */
import { OData } from '@odata/client';
import { expect, test } from 'vitest';
import { type DatasetDesk, openDatasetDesk, owe } from '#test/support/dataset-desk.ts';
import type { Browser } from '#test/support/http-desk.ts';

async function keyOf(browser: Browser, permissions: readonly string[]): Promise<string> {
  const wish = { name: 'Excel', permissions, expiresInDays: 30 };
  const { body } = await browser.send('POST', '/api/v1/api-keys', wish);
  // The answer of making a key, which its own test holds to its contract.
  return (body as { key: string }).key;
}

const reading = ['datasets.read', 'aging.read', 'accounts.read'];

function basic(key: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`excel:${key}`).toString('base64')}` };
}

async function feed(desk: DatasetDesk, path: string, key: string) {
  const answer = await desk.ask('GET', `/odata/v4/${path}`, { headers: basic(key) });
  return { ...answer, json: answer.text.startsWith('{') ? JSON.parse(answer.text) : undefined };
}

test('a client library reads, filters, orders and counts', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const client = OData.New4({
    serviceEndpoint: `${address}/odata/v4/`,
    credential: { username: 'excel', password: key },
  });
  const items = client.getEntitySet<{ number: string; open: number; dueOn: string }>('OpenItems');
  const filter = client.newFilter().property('company').eq('NORTH').property('open').gt(300);
  const found = await items.query(client.newParam().filter(filter).select(['number', 'open']));
  expect(found).toEqual([{ number: 'I-1', open: 1000.1 }]);
  const ordered = await items.query(client.newOptions().orderby('open', 'desc').top(2));
  expect(ordered.map(({ number }) => number)).toEqual(['I-1', "O'2"]);
  expect(await items.count()).toBe(3);
  const late = client.newFilter().property('daysPastDue').le(0);
  const due = await items.query(client.newParam().filter(late));
  expect(due).toMatchObject([{ number: "O'2", dueOn: '2026-12-01' }]);
});

test('Excel finds its way: refused, the service, its metadata, page after page', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  for (let at = 0; at < 5; at += 1) {
    await owe(desk, desk.northAccount, '1', '2026-11-02', `P-${at}`);
  }
  const first = await desk.ask('GET', '/odata/v4/');
  expect(first).toMatchObject({ status: 401, headers: { 'www-authenticate': /^Basic/u } });
  const service = await feed(desk, '', key);
  expect(service.headers['odata-version']).toBe('4.0');
  expect(service.json.value).toContainEqual({
    name: 'OpenItems',
    kind: 'EntitySet',
    url: 'OpenItems',
  });
  const metadata = await feed(desk, '$metadata', key);
  expect(metadata.headers['content-type']).toContain('application/xml');
  expect(metadata.text).toContain('EntitySet Name="OpenItems"');

  const numbers: string[] = [];
  let url: string | undefined = '/odata/v4/OpenItems?$select=number,open&$top=7';
  while (url !== undefined) {
    const headers = { ...basic(key), prefer: 'odata.maxpagesize=3' };
    const page = await desk.ask('GET', url, { headers });
    const body = JSON.parse(page.text);
    numbers.push(...body.value.map((row: { number: string }) => row.number));
    url = body['@odata.nextLink']?.replace(/^https?:\/\/[^/]+/u, '');
  }
  expect(numbers).toHaveLength(7);
  expect(new Set(numbers).size).toBe(7);
});

test('rows, sums and one entity; amounts keep every digit', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  await owe(desk, desk.northAccount, '900719925474099.33', '2026-11-03', 'BIG');
  const big = await feed(desk, `OpenItems?$filter=number eq 'BIG'&$select=open`, key);
  expect(big.text).toContain('"value":[{"open":900719925474099.33}]');
  const apply = 'groupby((company,currency),aggregate(open with min as least,$count as n))';
  const sums = await feed(desk, `OpenItems?$apply=${encodeURIComponent(apply)}`, key);
  expect(sums.json.value).toEqual([
    { company: 'NORTH', currency: 'USD', least: 250, n: 3 },
    { company: 'SOUTH', currency: 'USD', least: 77, n: 1 },
  ]);
  const all = await feed(desk, "OpenItems?$filter=company eq 'SOUTH'&$count=true", key);
  expect(all.json['@odata.count']).toBe(1);
  const [{ accountId, itemId }] = all.json.value;
  const one = await feed(desk, `OpenItems(accountId=${accountId},itemId=${itemId})`, key);
  expect(one.json).toMatchObject({ number: 'I-3', open: 77 });
  expect((await feed(desk, 'OpenItems/$count', key)).text).toBe('4');
  const then = await feed(desk, 'OpenItems?asOf=2026-09-30&$select=number', key);
  expect(then.json.value).toEqual([{ number: 'I-1' }]);
});

test('a row brings its customer along, as the reader sees it', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  const metadata = await feed(desk, '$metadata', key);
  expect(metadata.text).toContain(
    '<NavigationProperty Name="ofCustomer" Type="Dunlin.CustomersRow"',
  );
  const path =
    'OpenItems?$select=number&$expand=ofCustomer($select=account,company)&$orderby=number';
  const rows = await feed(desk, path, key);
  expect(rows.json.value[0]).toEqual({
    number: 'I-1',
    ofCustomer: { account: expect.any(String), company: 'NORTH' },
  });
  const page = { ...basic(key), prefer: 'odata.maxpagesize=1' };
  const first = await desk.ask('GET', `/odata/v4/${encodeURI(path)}`, { headers: page });
  expect(JSON.parse(first.text)['@odata.nextLink']).toContain('expand');
  const whole = await feed(desk, 'OpenItems?$expand=ofCustomer&$top=1', key);
  const [{ accountId, itemId, ofCustomer }] = whole.json.value;
  expect(ofCustomer.accountId).toBe(accountId);
  const one = `OpenItems(accountId=${accountId},itemId=${itemId})?$expand=ofCustomer($select=name)`;
  expect(Object.keys((await feed(desk, one, key)).json.ofCustomer)).toEqual(['name']);
  // Whoever may not read customers has no such way to them.
  const without = await keyOf(desk.controller, ['datasets.read', 'aging.read']);
  expect((await feed(desk, 'OpenItems?$expand=ofCustomer', without)).status).toBe(501);
});

test('many requests come in one, each answered as if alone', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  const ask = (body: object, headers = basic(key)) =>
    desk.ask('POST', '/odata/v4/$batch', { body, headers });
  const requests = [
    { id: 'a', method: 'GET', url: 'OpenItems?$select=number&$filter=open%20gt%20300&$top=1' },
    { id: 'b', method: 'get', url: '/odata/v4/OpenItems/$count' },
    { id: 'c', method: 'GET', url: 'Nothing' },
    { id: 'd', method: 'DELETE', url: 'OpenItems' },
    { id: 'e', method: 'GET', url: 'OpenItems', headers: { Prefer: 'odata.maxpagesize=1' } },
  ];
  const answer = await ask({ requests });
  expect(answer.status).toBe(200);
  const { responses } = JSON.parse(answer.text);
  expect(responses).toMatchObject([
    { id: 'a', status: 200, body: { value: [{ number: 'I-1' }] } },
    { id: 'b', status: 200, body: '3' },
    { id: 'c', status: 404, body: { error: { code: 'odata.no_such_entity_set' } } },
    { id: 'd', status: 501, body: { error: { code: 'odata.not_supported' } } },
    { id: 'e', status: 200 },
  ]);
  expect(responses[4].body.value).toHaveLength(1);
  expect(await ask({ requests: [] })).toMatchObject({ status: 400 });
  const nobody = await desk.ask('POST', '/odata/v4/$batch', { body: { requests } });
  expect(nobody.status).toBe(401);
  const limited = await keyOf(desk.controller, ['aging.read']);
  expect((await ask({ requests }, basic(limited))).status).toBe(403);
});

test('a client library asks many in parts, as Excel and Power BI do', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const client = OData.New4({
    serviceEndpoint: `${address}/odata/v4/`,
    credential: { username: 'excel', password: key },
  });
  const params = client.newOptions().select('number').orderby('open', 'desc').top(1);
  const answers = await client.execBatchRequests([
    client.newBatchRequest({ collection: 'OpenItems', params }),
    client.newBatchRequest({ collection: 'Nothing' }),
    client.newBatchRequest({ collection: 'OpenItems', method: 'POST', entity: { number: 'X' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 501]);
  const [found, nothing] = await Promise.all(answers.map((answer) => answer.json()));
  expect(found).toMatchObject({ value: [{ number: 'I-1' }] });
  expect(nothing).toMatchObject({ error: { code: 'odata.no_such_entity_set' } });

  const sent = (body: string, type = 'multipart/mixed; boundary=b') =>
    fetch(`${address}/odata/v4/$batch`, {
      method: 'POST',
      headers: { ...basic(key), 'content-type': type },
      body,
    });
  const torn = await sent(
    '--b\r\nContent-Type: application/http\r\n\r\nGET OpenItems HTTP/1.1\r\n',
  );
  expect(torn.status).toBe(400);
  expect(await torn.json()).toMatchObject({ error: { code: 'odata.not_understood' } });
  const elsewhere = await fetch(`${address}/api/v1/charges`, {
    method: 'POST',
    headers: { ...basic(key), 'content-type': 'multipart/mixed; boundary=b' },
    body: '--b--',
  });
  expect(elsewhere.status).toBeGreaterThanOrEqual(400);
});

test('each key opens what it lends, and errors are in the shape of OData', async () => {
  await using desk = await openDatasetDesk();
  const limited = await keyOf(desk.collector, reading);
  const mine = await feed(desk, 'OpenItems?$select=company', limited);
  expect(mine.json.value).toEqual([{ company: 'NORTH' }, { company: 'NORTH' }]);
  expect((await feed(desk, 'Receipts', limited)).json.error.code).toBe('odata.no_such_entity_set');
  expect((await feed(desk, 'OpenItems?company=SOUTH', limited)).status).toBe(404);
  const without = await keyOf(desk.controller, ['aging.read']);
  expect(await feed(desk, 'OpenItems', without)).toMatchObject({
    status: 403,
    json: { error: { code: 'permission.missing' } },
  });
  const key = await keyOf(desk.controller, reading);
  const wrong = [
    ['OpenItems?$filter=shoe eq 5', 400, 'datasets.no_such_column'],
    ["OpenItems?$filter=open gt 'much'", 400, 'datasets.value_does_not_fit'],
    ['OpenItems?$filter=open gt', 400, 'odata.not_understood'],
    ['OpenItems?$expand=lines', 501, 'odata.not_supported'],
    ['OpenItems?$expand=ofCustomer($filter=name eq 1)', 501, 'odata.not_supported'],
    ['OpenItems?$expand=ofCustomer($select=shoe)', 400, 'datasets.no_such_column'],
    ['Customers?$expand=ofCustomer', 501, 'odata.not_supported'],
    ['OpenItems?$skiptoken=abc', 400, 'page.bad_cursor'],
    ['Nothing', 404, 'odata.no_such_entity_set'],
  ] as const;
  for (const [path, status, code] of wrong) {
    expect(await feed(desk, path, key)).toMatchObject({ status, json: { error: { code } } });
  }
  const write = await desk.ask('POST', '/api/v1/saved-reports', {
    body: {},
    headers: basic(key),
  });
  expect(write).toMatchObject({ status: 401, body: { code: 'session.missing' } });
});

test('the feed alone takes a key as the password of Basic', async () => {
  await using desk = await openDatasetDesk();
  const key = await keyOf(desk.controller, reading);
  for (const path of ['/api/v1/datasets', '/api/v1/saved-reports', '/api/v1/events']) {
    const refused = await desk.ask('GET', path, { headers: basic(key) });
    expect(refused).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  }
  const bearer = { authorization: `Bearer ${key}` };
  expect((await desk.ask('GET', '/api/v1/datasets', { headers: bearer })).status).toBe(200);
  expect((await desk.ask('GET', '/odata/v4/', { headers: bearer })).status).toBe(200);
});
