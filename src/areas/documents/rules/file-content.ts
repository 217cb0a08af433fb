/** What an original may be: a PDF, or a picture of a paper, known by its first bytes. */
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { type MediaType, type PaperFault, paperKind } from '#kernel/paper.ts';

export type ContentRefusal = `documents.${PaperFault}`;

/** Of one file, in bytes; a scan of many pages stays far below. */
export const largestFile = 25 * 1024 * 1024;

/** The kind of file, or why it is not taken. */
export function readContent(name: string, bytes: Uint8Array): Outcome<MediaType, ContentRefusal> {
  const kind = paperKind(name, bytes, largestFile);
  return kind.ok ? kind : refuse(`documents.${kind.refusal}`, kind.facts);
}
