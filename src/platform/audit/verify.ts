/** Verifies the audit trail's chain from its first link to its last. */
import { composeId } from '#kernel/ids.ts';
import type { Queries } from '../postgres/db.ts';
import { linkOf, noLink } from './chain.ts';
import { headPosition, sealedRows, unsealedBefore } from './store.ts';

export type ChainProof =
  | { readonly ok: true; readonly links: bigint; readonly head: string }
  | { readonly ok: false; readonly firstBroken: BrokenLink };

export type BrokenLink = {
  /** Of the link; null for a row that no link covers. */
  readonly position: bigint | null;
  readonly auditId: string | null;
  readonly why: 'row changed' | 'link changed' | 'link missing' | 'end missing' | 'not sealed';
};

const atOnce = 5000;
/** A row this old without a link: the sealer does not work, or somebody hid the row. */
const patienceMs = 60_000;

/**
 * Recomputes every link. Answers the first that is broken: by a changed row or link, by a
 * missing one, or by a row that has waited for its link for more than a minute.
 */
export async function verifyChain(db: Queries, nowMs: number = Date.now()): Promise<ChainProof> {
  // Asked first: the sealer may be lengthening the chain while it is read.
  const end = await headPosition(db);
  let position = 0n;
  let hash = noLink;
  for (;;) {
    const links = await sealedRows(db, position, atOnce);
    for (const link of links) {
      position += 1n;
      const { audit_id: auditId } = link;
      if (link.position !== position) return broken(position, null, 'link missing');
      if (link.prev !== hash) return broken(position, auditId, 'link changed');
      hash = linkOf(hash, link.row);
      if (link.hash !== hash) return broken(position, auditId, 'row changed');
    }
    if (links.length < atOnce) break;
  }
  if (position < end) return broken(position + 1n, null, 'end missing');
  const waiting = await unsealedBefore(db, composeId(nowMs - patienceMs, 0, 0, 0));
  if (waiting !== undefined) return broken(null, waiting, 'not sealed');
  return { ok: true, links: position, head: hash };
}

function broken(
  position: bigint | null,
  auditId: string | null,
  why: BrokenLink['why'],
): ChainProof {
  return { ok: false, firstBroken: { position, auditId, why } };
}
