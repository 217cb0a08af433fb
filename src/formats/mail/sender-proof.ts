/**
 * Did whoever a mail names as its sender send it? What our own mail server found out, by DMARC,
 * SPF and DKIM, stands in Authentication-Results (RFC 8601); a mail without it proves nothing
 * either way.
 *
 * Only the server that took the mail in last is believed: its line stands on top, and lines below
 * count under the same name alone. A sender can write such lines too, but can only accuse himself
 * by them. Two senders in one mail are a forger's way round DMARC (RFC 7489, 6.6.1).
 */
export type HeadLine = { readonly key: string; readonly value: string };

/** True when the sender that the mail names did not send it, by what our server says. */
export function saysForged(lines: readonly HeadLine[]): boolean {
  const of = (name: string): string[] =>
    lines.filter(({ key }) => key.toLowerCase() === name).map(({ value }) => value);
  if (of('from').length > 1) return true;
  const found = verdicts(of('authentication-results'));
  const dmarc = found.get('dmarc')?.[0] ?? 'none';
  if (dmarc === 'fail' || found.get('compauth')?.[0] === 'fail') return true;
  if (dmarc === 'pass' || dmarc === 'bestguesspass') return false;
  // The domain states no policy; that its servers are others, and that nothing signs, says enough.
  const spf = found.get('spf')?.[0] ?? 'none';
  return (spf === 'fail' || spf === 'hardfail') && !found.get('dkim')?.includes('pass');
}

/** What was found by each method; where a server says it twice, its last word. */
function verdicts(results: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const read = results.slice(0, 50).map((each) => resultsIn(each.slice(0, 10_000)));
  const found = new Map<string, readonly string[]>();
  for (const { server, methods } of read) {
    if (server !== read[0]?.server) continue;
    for (const [method, said] of methods) {
      if (!found.has(method)) found.set(method, said);
    }
  }
  return found;
}

/** One header: who says it, and each method with its results; Microsoft names no server. */
function resultsIn(header: string): { server: string; methods: Map<string, string[]> } {
  const parts = bare(header).toLowerCase().split(';');
  const methods = new Map<string, string[]>();
  for (const part of parts) {
    const [, method = '', result = ''] =
      /^\s*([a-z0-9-]+)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/u.exec(part) ?? [];
    if (method !== '') methods.set(method, [...(methods.get(method) ?? []), result]);
  }
  const first = (parts[0] ?? '').trim();
  return { server: /=/u.test(first) ? '' : (first.split(/\s/u)[0] ?? ''), methods };
}

/** Without comments, which nest, and without the words of quoted strings. */
function bare(header: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let at = 0; at < header.length; at += 1) {
    const letter = header[at] ?? '';
    if (letter === '\\') at += 1;
    else if (depth === 0 && letter === '"') quoted = !quoted;
    else if (!quoted && letter === '(') depth += 1;
    else if (!quoted && letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !quoted) kept += letter;
  }
  return kept;
}
