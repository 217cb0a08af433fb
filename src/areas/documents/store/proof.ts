/** Every original is byte for byte what came: its hash says so. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const everyFileIsWhatCame: Law = {
  name: 'every original has the bytes that its hash names',
  breach: sql<{ broken: string }>`
    select format('file %s has other bytes than came', c.sha256) as broken
      from documents.file_content c
     where encode(sha256(c.content), 'hex') <> c.sha256
     order by 1
     limit 1`,
};

const everyOriginalHasItsFile: Law = {
  name: 'every original has its file',
  breach: sql<{ broken: string }>`
    select format('original %s of account %s has no file', o.original_id, o.account_id) as broken
      from documents.original o
     where not exists (select from documents.file_content c where c.sha256 = o.sha256)
     order by 1
     limit 1`,
};

export const documentLaws: readonly Law[] = [everyOriginalHasItsFile, everyFileIsWhatCame];
