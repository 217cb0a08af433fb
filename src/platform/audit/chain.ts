/**
 * The chain over the audit trail: each link covers the one before and one audit row.
 *
 * What is hashed is the row without `personal`, so that personal data can be redacted later
 * and the chain still holds. The rule: the text below is for all time; another spelling of
 * the same row would break every chain that was made.
 */
import { createHash } from 'node:crypto';

/** An audit row as it is hashed. */
export type AuditRow = {
  readonly audit_id: string;
  readonly at: string;
  readonly actor: string;
  readonly on_behalf: string | null;
  readonly action: string;
  readonly account_id: string | null;
  readonly reason: string;
  readonly changes: unknown;
};

/** What the first link covers in place of a link before it. */
export const noLink = '0'.repeat(64);

/** SHA-256, in hex, of the link before and the row. */
export function linkOf(prev: string, row: AuditRow): string {
  const { audit_id, at, actor, on_behalf, action, account_id, reason, changes } = row;
  const text = canonical({ audit_id, at, actor, on_behalf, action, account_id, reason, changes });
  return createHash('sha256').update(`${prev}\n${text}`).digest('hex');
}

export type Link = { readonly n: number; readonly prev: string; readonly hash: string };

/**
 * The number of the first link that does not cover the one before it; undefined when all do.
 * Says nothing of the rows: whoever holds them recomputes each hash.
 */
export function firstBrokenLink(links: readonly Link[]): number | undefined {
  const broken = links.find((link, at) => at > 0 && link.prev !== links[at - 1]?.hash);
  return broken?.n;
}

/** JSON with sorted keys and no spaces, so that the same value is always the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]: [string, unknown]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}
