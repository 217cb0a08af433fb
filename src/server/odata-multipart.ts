/**
 * `$batch` as multipart/mixed, as OData 4.0 has it and Excel's and Power BI's libraries send it.
 *
 *     --b                                     one part a request
 *     Content-Type: application/http
 *
 *     GET OpenItems?$top=1 HTTP/1.1           the request within it, headers below
 *     Accept: application/json
 *
 *     --b--                                   without this line the body was torn
 *
 * A set of changes is a multipart of its own inside a part; it counts as one request, which the
 * feed refuses, because it only reads. (OData 4.01 Protocol, 11.7.7 Multipart Batch Format.)
 */
import { STATUS_CODES } from 'node:http';
import type { BatchAnswer, BatchAsked } from './odata-batch.ts';

/** The requests in their order; undefined: it is no such body, or torn. */
export function readMultipart(contentType: string, body: string): BatchAsked[] | undefined {
  const boundary = boundaryOf(contentType);
  const parts = boundary === undefined ? undefined : partsOf(body.split(/\r?\n/u), boundary);
  const asked = parts?.map((lines, at) => requestOf(lines, String(at)));
  return asked?.every((each) => each !== undefined) ? asked : undefined;
}

/** RFC 2046: up to seventy marks, in quotes where they need them. */
function boundaryOf(contentType: string): string | undefined {
  const [, quoted, bare] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(contentType) ?? [];
  return quoted ?? bare;
}

/** The lines of each part; undefined when the last line of all is missing. */
function partsOf(lines: readonly string[], boundary: string): string[][] | undefined {
  const parts: string[][] = [];
  for (const line of lines) {
    const said = line.trimEnd();
    if (said === `--${boundary}--`) return parts;
    if (said === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return undefined;
}

function requestOf(lines: readonly string[], at: string): BatchAsked | undefined {
  const { headers: about, rest } = headed(lines);
  const id = about['content-id'] ?? at;
  const type = about['content-type']?.toLowerCase() ?? '';
  if (type.startsWith('multipart/mixed')) return { id, method: 'POST', url: 'changes' };
  if (!type.startsWith('application/http')) return undefined;
  const first = rest.findIndex((line) => line.trim() !== '');
  // Some clients write the spaces of an order as they are.
  const [, method, url] = /^([A-Za-z]+) (\S.*) HTTP\/\d\.\d\s*$/u.exec(rest[first] ?? '') ?? [];
  if (method === undefined || url === undefined) return undefined;
  return { id, method, url, headers: headed(rest.slice(first + 1)).headers };
}

type Headed = { readonly headers: Record<string, string>; readonly rest: readonly string[] };

/** Headers by their name in lower case, up to the first empty line, and what follows it. */
function headed(lines: readonly string[]): Headed {
  const empty = lines.findIndex((line) => line.trim() === '');
  const end = empty === -1 ? lines.length : empty;
  const named = lines.slice(0, end).flatMap((line) => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
  });
  return { headers: Object.fromEntries(named), rest: lines.slice(end + 1) };
}

/** The answers as parts between these boundaries. */
export function multipartOf(answers: readonly BatchAnswer[], boundary: string): string {
  const parts = answers.map(({ id, status, type, body }) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      `Content-ID: ${id.replaceAll(/[^\x21-\x7e]/gu, '')}`,
      '',
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      `Content-Type: ${type}`,
      'OData-Version: 4.0',
      '',
      body,
      '',
    ].join('\r\n'),
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
