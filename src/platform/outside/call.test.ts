import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isFit, postOutside } from './call.ts';

const quiet = { headers: { 'content-type': 'text/plain' }, body: 'hello', timeoutMs: 5000 };

/** A server on this machine that answers as it is told to and keeps what it heard. */
async function listening(answer: number | 'never') {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      heard.push(`${request.method} ${request.url} ${text}`);
      if (answer !== 'never') {
        response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end('secret words');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Of a TCP server the address is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test('an address inside is called only when the settings name its host', async () => {
  await using server = await listening(200);
  const refused = await postOutside({ ...quiet, url: server.url, insideHosts: [] });
  expect(refused).toMatchObject({ problem: 'not_allowed' });
  expect(server.heard).toEqual([]);
  const named = await postOutside({ ...quiet, url: server.url, insideHosts: ['127.0.0.1'] });
  expect(named).toMatchObject({ status: 200 });
  expect(server.heard).toEqual(['POST /hook hello']);
});

test('a name that leads inside is refused when it is looked up', async () => {
  const url = 'https://localhost:1/hook';
  expect(isFit(url, [])).toBe(true);
  expect(await postOutside({ ...quiet, url, insideHosts: [] })).toMatchObject({
    problem: 'not_allowed',
  });
});

test('plain HTTP, secrets in the address and inside numbers are unfit', () => {
  const unfit = [
    'http://example.com/',
    'https://user:word@example.com/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'ftp://example.com/',
    'nowhere',
  ];
  expect(unfit.filter((url) => isFit(url, []))).toEqual([]);
  expect(isFit('https://example.com/hook', [])).toBe(true);
  expect(isFit('http://erp.local:8080/hook', ['erp.local'])).toBe(true);
});

test('a redirect is an answer and is not followed', async () => {
  await using server = await listening(302);
  const answer = await postOutside({ ...quiet, url: server.url, insideHosts: ['127.0.0.1'] });
  expect(answer).toMatchObject({ status: 302 });
  expect(server.heard).toHaveLength(1);
});

test('who does not answer in time, or is not there, is named as such', async () => {
  await using server = await listening('never');
  const insideHosts = ['127.0.0.1'];
  const late = await postOutside({ ...quiet, url: server.url, insideHosts, timeoutMs: 50 });
  expect(late).toMatchObject({ problem: 'timed_out' });
  const nobody = await postOutside({ ...quiet, url: 'http://127.0.0.1:1/', insideHosts });
  expect(nobody).toMatchObject({ problem: 'refused_connection' });
});
