/** Fifty hostile files: each is answered with a reason, and none leaves a trace in the book. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestDesk, openDesk } from '#test/support/http-desk.ts';
import { type HostileFile, hostileFiles } from '#test/support/hostile-files.ts';

const files = hostileFiles();
let desk: TestDesk;
let manager: Browser;

beforeAll(async () => {
  desk = await openDesk();
  manager = await desk.signIn(await desk.member('manager'));
});
afterAll(() => desk[Symbol.asyncDispose]());

type Told = {
  readonly code: string;
  readonly detail?: string;
  readonly uploadId?: string;
  readonly questions?: readonly { readonly code: string }[];
  readonly problems?: readonly Problem[];
};
type Problem = {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
};

async function drop({ name, bytes }: HostileFile): Promise<{ status: number; body: Told }> {
  const edge = 'edge-of-part';
  const head = [
    `--${edge}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/imports/uploads',
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: manager.cookie,
      'x-csrf-token': manager.csrf,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** Why the file does not come in, in words, whichever step finds it. */
async function reasons(file: HostileFile): Promise<readonly string[]> {
  const dropped = await drop(file);
  expect([200, 400, 413, 415, 422]).toContain(dropped.status);
  if (dropped.status !== 200) return [dropped.body.detail ?? ''];
  if (dropped.body.questions?.length) return dropped.body.questions.map(({ code }) => code);
  const address = `/api/v1/imports/uploads/${dropped.body.uploadId}/run`;
  const tried = await manager.send('POST', address, { dryRun: true });
  const run = await manager.send('POST', address, { dryRun: false });
  expect(run.status).toBe(422);
  // As the contract of the run says; its own tests hold it to that.
  const { problems = [], detail } = tried.body as Told;
  for (const problem of problems) {
    expect(problem.file).toBe(file.name);
    expect(problem.remedy.length).toBeGreaterThan(10);
  }
  return problems.length > 0 ? problems.map(({ message }) => message) : [detail ?? ''];
}

test('there are fifty of them', () => {
  expect(files.length).toBeGreaterThanOrEqual(50);
});

describe('a hostile file says what is wrong with it and leaves nothing behind:', () => {
  test.each(files)('$name', async (file) => {
    const said = await reasons(file);
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said) expect(sentence.length).toBeGreaterThan(10);
    expect(await manager.get('/api/v1/aging')).toMatchObject({ body: { count: 0 } });
  });
});
