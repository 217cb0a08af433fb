/** Editions byte by byte, and who was to read each. */
import { type Id, id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Edition = {
  readonly editionNo: number;
  readonly language: Language;
  /** Null: the whole company. */
  readonly ownOf: Id | null;
  readonly title: string;
  readonly summary: readonly string[];
  /** As they were printed; JSON. */
  readonly blocks: unknown;
  readonly mailText: string;
  readonly mailHtml: string;
  readonly pdf: Uint8Array;
  readonly xlsx: Uint8Array;
  readonly sha256: string;
};

export type IssueReader = {
  readonly readerNo: number;
  readonly editionNo: number | null;
  readonly memberId: Id | null;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly leftOut: string | null;
};

export async function insertEdition({ tx }: Context, issueId: Id, made: Edition): Promise<void> {
  await tx.run(sql`
    insert into packs.edition (issue_id, edition_no, language, own_of, title, summary, blocks,
                               mail_text, mail_html, pdf, xlsx, sha256)
    values (${issueId}, ${made.editionNo}, ${made.language}, ${made.ownOf}, ${made.title},
            ${JSON.stringify(made.summary)}::jsonb, ${JSON.stringify(made.blocks)}::jsonb,
            ${made.mailText}, ${made.mailHtml}, ${made.pdf}, ${made.xlsx}, ${made.sha256})`);
}

export async function insertReaders(
  { tx }: Context,
  issueId: Id,
  readers: readonly IssueReader[],
): Promise<void> {
  await tx.copyIn(
    `packs.reader (issue_id, reader_no, edition_no, member_id, name, address, language, left_out)`,
    readers.map((one) => [
      issueId,
      one.readerNo,
      one.editionNo,
      one.memberId,
      one.name,
      one.address,
      one.language,
      one.leftOut,
    ]),
  );
}

export type EditionCard = Pick<Edition, 'editionNo' | 'language' | 'ownOf' | 'title' | 'sha256'>;

/** The editions of an issue, without their bytes. */
export async function editionCards(db: Queries, issueId: Id): Promise<EditionCard[]> {
  const rows = await db.all(sql<{
    edition_no: number;
    language: Language;
    own_of: string | null;
    title: string;
    sha256: string;
  }>`
    select edition_no, language, own_of, title, sha256
      from packs.edition
     where issue_id = ${issueId}
     order by edition_no`);
  return rows.map((row) => ({
    editionNo: row.edition_no,
    language: row.language,
    ownOf: row.own_of === null ? null : id(row.own_of),
    title: row.title,
    sha256: row.sha256,
  }));
}

export async function editionOf(
  db: Queries,
  issueId: Id,
  editionNo: number,
): Promise<Edition | undefined> {
  const row = await db.maybe(sql<{
    language: Language;
    own_of: string | null;
    title: string;
    summary: string[];
    blocks: unknown;
    mail_text: string;
    mail_html: string;
    pdf: Uint8Array;
    xlsx: Uint8Array;
    sha256: string;
  }>`
    select language, own_of, title, summary, blocks, mail_text, mail_html, pdf, xlsx, sha256
      from packs.edition
     where issue_id   = ${issueId}
       and edition_no = ${editionNo}`);
  return (
    row && {
      editionNo,
      language: row.language,
      ownOf: row.own_of === null ? null : id(row.own_of),
      title: row.title,
      summary: row.summary,
      blocks: row.blocks,
      mailText: row.mail_text,
      mailHtml: row.mail_html,
      pdf: row.pdf,
      xlsx: row.xlsx,
      sha256: row.sha256,
    }
  );
}
