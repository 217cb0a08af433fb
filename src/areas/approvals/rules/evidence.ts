/**
 * Papers that speak for a request: what was signed, photographed or written to the desk.
 *
 * They are added while the request is open and never taken away: who decides sees what who
 * decided before them saw.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type MediaType, type PaperFault, paperKind } from '#kernel/paper.ts';
import { type Money, atLeast } from '#kernel/money.ts';

/** Of one paper, in bytes; and of one request. */
export const largestEvidence = 10 * 1024 * 1024;
export const mostEvidence = 20;

export type EvidenceRefusal = `approvals.${PaperFault}` | 'approvals.too_many_files';

export type Paper = { readonly name: string; readonly bytes: Uint8Array };

/** The kinds of the papers in their order, or what is wrong with the first that does not fit. */
export function judgeEvidence(
  already: number,
  papers: readonly Paper[],
): Outcome<MediaType[], EvidenceRefusal> {
  const files = already + papers.length;
  if (files > mostEvidence) {
    return refuse('approvals.too_many_files', { files, most: mostEvidence });
  }
  const kinds: MediaType[] = [];
  for (const { name, bytes } of papers) {
    const kind = paperKind(name, bytes, largestEvidence);
    if (!kind.ok) return refuse(`approvals.${kind.refusal}`, kind.facts);
    kinds.push(kind.value);
  }
  return accept(kinds);
}

/** Does a request of this weight wait for a paper? */
export function lacksEvidence(
  weight: Money,
  evidenceFrom: Money | undefined,
  files: number,
): boolean {
  return files === 0 && evidenceFrom !== undefined && atLeast(weight, evidenceFrom);
}
