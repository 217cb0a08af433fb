/** What the bank sent is what is kept, and every line stands as its best wording says. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const everyFileIsWhatCame: Law = {
  name: 'every file of a bank has the bytes that its hash names',
  breach: sql<{ broken: string }>`
    select format('file %s has other bytes than came', r.sha256) as broken
      from bank_files.raw_file r
     where encode(sha256(r.content), 'hex') <> r.sha256
     order by 1
     limit 1`,
};

const everyLineStandsAsSaid: Law = {
  name: 'every line of a bank stands as it was last said',
  breach: sql<{ broken: string }>`
    select format('line %s stands otherwise than version %s says', n.line_id, n.version) as broken
      from bank_files.line_now n
      left join bank_files.line_version v on v.line_id = n.line_id and v.version = n.version
     where v.line_id is null
        or (v.booked_on, v.amount_minor, v.status) is distinct from
           (n.booked_on, n.amount_minor, n.status)
        or exists (select
                     from bank_files.line_version w
                    where w.line_id = n.line_id and w.version > n.version)
     order by 1
     limit 1`,
};

const everyStatementIsListed: Law = {
  name: 'every line of a statement is kept',
  breach: sql<{ broken: string }>`
    select format('statement %s lists %s lines, %s are kept', s.statement_id, s.lines, e.kept)
           as broken
      from bank_files.statement s
     cross join lateral (select count(*) as kept
                           from bank_files.line_seen x
                          where x.statement_id = s.statement_id) e
     where s.repeats is null
       and e.kept <> s.lines
     order by 1
     limit 1`,
};

export const bankFileLaws: readonly Law[] = [
  everyFileIsWhatCame,
  everyLineStandsAsSaid,
  everyStatementIsListed,
];
