/**
 * Reads a multipart upload whole: its files, at least one, and its other fields.
 *
 * The size of a file and the number of parts are limited before anything is kept.
 */
import type { FastifyRequest } from 'fastify';
import { refuse } from '#kernel/outcome.ts';
import type { UploadedFile } from '#platform/http/serve.ts';
import { RefusedRequest } from './errors.ts';
import { holdsNoText, notUnderstood } from './no-text.ts';

export type Upload = {
  readonly files: readonly UploadedFile[];
  readonly fields: Readonly<Record<string, string>>;
};

/** Throws `request.not_understood` without a file, and 413 when one is too large. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RefusedRequest(refuse('request.unknown_kind'));
  const files: UploadedFile[] = [];
  const fields: [string, string][] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push({ name: nameOf(part.filename), bytes: await part.toBuffer() });
    } else if (typeof part.value === 'string') {
      fields.push([part.fieldname, part.value]);
    }
  }
  if (holdsNoText(fields)) throw notUnderstood();
  if (files.length > 0) return { files, fields: Object.fromEntries(fields) };
  throw notUnderstood('file', 'at least one file is needed');
}

/** As long as a file system lets a name be. */
const longestName = 255;

function nameOf(name: string): string {
  const fits = name !== '' && name.length <= longestName && !holdsNoText(name);
  if (!fits) throw notUnderstood('file', `a file name has 1 to ${longestName} characters`);
  return name;
}
