import { expect, test } from 'vitest';
import { multipartOf, readMultipart } from './odata-multipart.ts';

const type = 'multipart/mixed; charset=utf-8; boundary="batch 1"';

function body(...lines: readonly string[]): string {
  return lines.join('\r\n');
}

const asks = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary'];

test('each part is a request with its own headers and its own name', () => {
  const read = readMultipart(
    type,
    body(
      'a preamble that nobody reads',
      '--batch 1',
      ...asks,
      'Content-ID: first',
      '',
      'GET OpenItems?$filter=number%20eq%20%27--batch%27 HTTP/1.1',
      'Accept: application/json',
      '',
      '--batch 1  ',
      ...asks,
      '',
      '',
      'get /odata/v4/OpenItems/$count HTTP/1.1',
      '--batch 1--',
      'nor this',
    ),
  );
  expect(read).toEqual([
    {
      id: 'first',
      method: 'GET',
      url: 'OpenItems?$filter=number%20eq%20%27--batch%27',
      headers: { accept: 'application/json' },
    },
    { id: '1', method: 'get', url: '/odata/v4/OpenItems/$count', headers: {} },
  ]);
});

test('a set of changes is one request that is no reading', () => {
  const changes = ['Content-Type: multipart/mixed; boundary=c', '', '--c', '--c--'];
  const read = readMultipart(type, body('--batch 1', ...changes, '--batch 1--'));
  expect(read).toMatchObject([{ id: '0', method: 'POST' }]);
});

test.each([
  ['without a boundary', 'multipart/mixed', body('--b', ...asks, '', 'GET A HTTP/1.1', '--b--')],
  ['torn before its end', type, body('--batch 1', ...asks, '', 'GET A HTTP/1.1', '')],
  [
    'with another type within',
    type,
    body('--batch 1', 'X: y', '', 'GET A HTTP/1.1', '--batch 1--'),
  ],
  ['with a line that asks nothing', type, body('--batch 1', ...asks, '', 'GET', '--batch 1--')],
  ['with another boundary', type, body('--b', ...asks, '', 'GET A HTTP/1.1', '--b--')],
])('a body %s is not understood', (_, contentType, text) => {
  expect(readMultipart(contentType, text)).toBeUndefined();
});

test('answers go out as parts, and a name cannot begin a header', () => {
  const answers = [{ id: 'a\r\nSet-Cookie: x', status: 200, type: 'text/plain', body: '3' }];
  expect(multipartOf(answers, 'b').split('\r\n')).toEqual([
    '--b',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    'Content-ID: aSet-Cookie:x',
    '',
    'HTTP/1.1 200 OK',
    'Content-Type: text/plain',
    'OData-Version: 4.0',
    '',
    '3',
    '--b--',
    '',
  ]);
});
