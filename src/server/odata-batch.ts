/**
 * Many requests of the feed in one (`$batch`, in JSON or in parts): each is answered as if it had
 * come alone, in its order, and one that fails fails by itself.
 */
import { z } from 'zod';
import { refuse, type Refused } from '#kernel/outcome.ts';

/** So many at once; a page of a dashboard asks for a dozen. */
const most = 100;

export const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().max(100),
        method: z.string(),
        url: z.string().max(16_000),
        headers: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1)
    .max(most),
});
export type BatchAsked = z.infer<typeof batchBody>['requests'][number];

/** The answer to one request: its status, and its body as it goes out. */
export type Answered = { readonly status: number; readonly type: string; readonly body: string };

/** The same with the name of its request. */
export type BatchAnswer = Answered & { readonly id: string };

/** What the feed is asked alone. */
export type Alone = {
  /** From the service's own address on: `OpenItems?$top=1`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

export async function answerBatch(
  { requests }: z.infer<typeof batchBody>,
  answer: (asked: Alone) => Promise<Answered>,
  fail: (refused: Refused<string>) => Answered,
): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (const each of requests) {
    const alone = aloneOf(each);
    const answered =
      alone === undefined
        ? fail(refuse('odata.not_supported', { field: `${each.method} ${each.url}` }))
        : await answer(alone);
    answers.push({ ...answered, id: each.id });
  }
  return answers;
}

/** The answers as OData has them in JSON. */
export function jsonOf(answers: readonly BatchAnswer[]): string {
  const responses = answers.map(({ id, status, type, body }) => {
    const said = type.startsWith('application/json') ? body : JSON.stringify(body);
    const headers = JSON.stringify({ 'content-type': type, 'odata-version': '4.0' });
    return `{"id":${JSON.stringify(id)},"status":${status},"headers":${headers},"body":${said}}`;
  });
  return `{"responses":[${responses.join(',')}]}`;
}

/** Undefined for what the feed does not do: it only reads, and only itself. */
function aloneOf({ method, url, headers = {} }: BatchAsked): Alone | undefined {
  if (method.toUpperCase() !== 'GET') return undefined;
  const path = url.replace(/^https?:\/\/[^/]+/u, '').replace(/^\/odata\/v4\/?/u, '');
  if (path.startsWith('/') || path.startsWith('$batch')) return undefined;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { url: path, headers: Object.fromEntries(named) };
}
