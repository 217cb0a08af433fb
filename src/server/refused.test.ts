/**
 * Every route of the OpenAPI document, asked by whoever may not: without a session, without
 * its permission, from a page that does not know the session's token, and about another
 * company's account.
 */
import { describe, expect, test } from 'vitest';
import { allRoles, permissionsOf, type Role } from '#platform/auth/roles.ts';
import { liveFigures } from '#platform/contract/live.ts';
import { sql } from '#platform/postgres/sql.ts';
import { exampleOf } from '#test/support/example.ts';
import { type Answer, type Browser, openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { routes } from './routes.ts';

const contracts = [...routes.map(({ route }) => route), liveFigures];
const someId = '01890000-0000-7000-8000-000000000001';
const verbs = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** One operation of the document, and what its contract asks for. */
type Operation = {
  readonly method: (typeof verbs)[number];
  /** As the document writes it: `/api/v1/accounts/{accountId}`. */
  readonly path: string;
  readonly name: string;
  readonly permission: string;
  /** A body that is understood. */
  readonly body: object | undefined;
  /** What must be asked for in the address; empty where nothing must. */
  readonly query: string;
};

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
};
type Documented = {
  readonly requestBody?: BodySchema;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Parameters<typeof exampleOf>[0];
  }[];
};
type BodySchema = {
  readonly content: Readonly<Record<string, { readonly schema: Parameters<typeof exampleOf>[0] }>>;
};

async function documented(desk: TestDesk): Promise<Operation[]> {
  const { body } = await desk.ask('GET', '/api/v1/openapi.json');
  // Checked to be a document of OpenAPI 3.1 in app.test.ts.
  const { paths } = body as Document;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, { requestBody, parameters }]) => {
      const method = verbs.find((one) => one === verb.toUpperCase()) ?? 'GET';
      const schema = requestBody?.content['application/json']?.schema;
      const example = schema && exampleOf(schema);
      const sent = typeof example === 'object' && example !== null ? example : undefined;
      const permission = permissionFor(method, path);
      const query = queryOf(parameters ?? []);
      return { method, path, name: `${method} ${path}`, permission, body: sent, query };
    }),
  );
}

function queryOf(parameters: NonNullable<Documented['parameters']>): string {
  const asked = parameters.filter((each) => each.in === 'query' && each.required === true);
  const said = asked.map(({ name, schema }) => [name, String(exampleOf(schema))]);
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

function permissionFor(method: string, path: string): string {
  const pattern = path.replaceAll(/\{(\w+)\}/gu, ':$1');
  const contract = contracts.find((one) => one.method === method && one.path === pattern);
  if (!contract) throw new Error(`${method} ${path} has no contract`);
  return contract.permission;
}

/** The document's path with an id in each place. */
function address(path: string): string {
  return path.replaceAll('{no}', '1').replaceAll(/\{\w+\}/gu, someId);
}

function roleThat(holds: boolean, permission: string): Role | undefined {
  return allRoles.find((role) => permissionsOf([role]).includes(permission) === holds);
}

/** Signs somebody in for each role once. */
function crowd(desk: TestDesk, companies?: readonly string[]): (role: Role) => Promise<Browser> {
  const known = new Map<Role, Promise<Browser>>();
  const made = companies ? { companies } : {};
  const arrive = async (role: Role) => desk.signIn(await desk.member(role, made));
  return (role) => {
    const browser = known.get(role) ?? arrive(role);
    known.set(role, browser);
    return browser;
  };
}

/** Asks for each operation and names those that are not answered as they should be. */
async function strays(
  operations: readonly Operation[],
  expected: string,
  ask: (operation: Operation) => Promise<Answer>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const operation of operations) {
    const answer = await ask(operation);
    const got = `${answer.status} ${codeOf(answer)}`;
    if (got !== expected) wrong.push(`${operation.name}: ${got} ${answer.text}`);
  }
  return wrong;
}

function codeOf({ body }: Answer): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

describe('every route', () => {
  test('of the document has a contract, and every contract is in the document', async () => {
    await using desk = await openDesk();
    const named = (await documented(desk)).map(({ name }) => name);
    const served = contracts.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`,
    );
    expect(named.toSorted()).toEqual(served.toSorted());
  });

  test('but signing in wants a session', async () => {
    await using desk = await openDesk();
    const operations = await documented(desk);
    const open = operations.filter(({ permission }) => permission === 'open');
    // A calendar on somebody's phone has no session: its address holds the secret.
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'GET /api/v1/calendars/{token}/deadlines.ics',
      'POST /api/v1/session',
    ]);
    const closed = operations.filter(({ permission }) => permission !== 'open');
    const forged = [
      {},
      { authorization: `Bearer dk_${'a'.repeat(43)}` },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
      { cookie: `dunlin=${'a'.repeat(43)}` },
    ];
    for (const headers of forged) {
      const wrong = await strays(closed, '401 session.missing', ({ method, path }) =>
        desk.ask(method, address(path), { headers }),
      );
      expect(wrong).toEqual([]);
      const reads = closed.filter(
        ({ method, path }) => method === 'GET' && !path.endsWith('/events'),
      );
      for (const { path } of reads) {
        const head = await desk.app.inject({ method: 'HEAD', url: address(path), headers });
        expect(head.statusCode).toBe(401);
      }
    }
  });

  test('refuses without its permission', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    const guarded = (await documented(desk)).filter(
      ({ permission }) => permission.includes('.') && roleThat(false, permission) !== undefined,
    );
    expect(guarded.length).toBeGreaterThan(0);
    const wrong = await strays(guarded, '403 permission.missing', async (operation) => {
      const browser = await as(roleThat(false, operation.permission) ?? 'auditor');
      return send(browser, operation, address(operation.path));
    });
    expect(wrong).toEqual([]);
  });

  test('that writes refuses without the session’s token, and with another one', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    const writes = (await documented(desk)).filter(
      ({ method, permission }) => method !== 'GET' && permission !== 'open',
    );
    for (const token of [{}, { 'x-csrf-token': 'a'.repeat(43) }]) {
      const wrong = await strays(writes, '403 csrf.token_missing', async (operation) => {
        const { cookie } = await as(roleThat(true, operation.permission) ?? 'collector');
        const headers = { cookie, ...token };
        return desk.ask(operation.method, address(operation.path), { headers });
      });
      expect(wrong).toEqual([]);
    }
  });

  test('that writes refuses a page of another site, even with the token', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    const writes = (await documented(desk)).filter(({ method }) => method !== 'GET');
    for (const sign of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const wrong = await strays(writes, '403 csrf.other_origin', async (operation) => {
        const browser = await as(roleThat(true, operation.permission) ?? 'collector');
        return send(browser, operation, address(operation.path), sign);
      });
      expect(wrong).toEqual([]);
    }
  });
});

function send(
  browser: Browser,
  { method, body, query }: Operation,
  path: string,
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const full = `${path}${query}`;
  return method === 'GET' ? browser.get(full, headers) : browser.send(method, full, body, headers);
}

describe('a member who is limited to one company', () => {
  test('neither reads nor writes an account of another, as if there were none', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    const theirs = await desk.account(await desk.company('BOLT'), '100');
    const as = crowd(desk, ['ACME']);
    const onAccounts = (await documented(desk)).filter(({ path }) => path.includes('{accountId}'));
    expect(onAccounts.some(({ method }) => method !== 'GET')).toBe(true);
    const wrong = await strays(onAccounts, '404 ledger.no_such_account', async (operation) => {
      const browser = await as(roleThat(true, operation.permission) ?? 'collector');
      return send(browser, operation, address(operation.path.replace('{accountId}', theirs)));
    });
    expect(wrong).toEqual([]);
    expect(await written(desk)).toBe(0);
  });

  test('sees their own accounts', async () => {
    await using desk = await openDesk();
    const ours = await desk.account(await desk.company('ACME'), '100');
    const browser = await desk.signIn(await desk.member('senior', { companies: ['ACME'] }));
    expect((await browser.get(`/api/v1/accounts/${ours}`)).status).toBe(200);
    const note = { text: 'called, no answer' };
    const answer = await browser.send('POST', `/api/v1/accounts/${ours}/notes`, note);
    expect(answer.status).toBe(200);
  });

  test('asks for no company but their own', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    await desk.company('BOLT');
    const browser = await desk.signIn(await desk.member('collector', { companies: ['ACME'] }));
    expect((await browser.get('/api/v1/aging?company=ACME')).status).toBe(200);
    for (const code of ['BOLT', 'NONE']) {
      expect(await browser.get(`/api/v1/aging?company=${code}`)).toMatchObject({
        status: 404,
        body: { code: 'team.no_such_company', facts: { company: code } },
      });
    }
  });
});

/** How many changes by members the audit trail holds. */
async function written({ db }: TestDesk): Promise<number> {
  const rows = await db.all(sql`select from platform.audit where actor like 'member:%'`);
  return rows.length;
}
