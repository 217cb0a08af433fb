/**
 * The research pack: everything of a case in one archive, for whoever must judge it elsewhere.
 *
 * A summary on paper stands first; the invoices and proofs of delivery are the originals as they
 * came, and so are the files of the case.
 */
import path from 'node:path';
import { id } from '#kernel/ids.ts';
import { say } from '#platform/cli/say.ts';
import { type Packed, writeZip } from '#platform/files/write-zip.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { originalFile, originalsOf } from '#areas/documents/index.ts';
import type { CaseRef } from '../actions/step-case.ts';
import type { WireCaseFile } from '../contract/case.ts';
import { evidenceFile } from '../store/links.ts';
import { caseItems } from '../store/case-items.ts';
import { evidenceNames, reasonNames, stateNames } from '../words/names.ts';
import { packWords } from '../words/pack.ts';
import { type Say, type Words, column, tablesOf } from './pack-tables.ts';
import { type Reader, wireCaseFile } from './wire-case.ts';

const template = path.join(import.meta.dirname, 'research-pack.typ');

/** Undefined when the account has no such case. */
export async function researchPack(
  db: Queries,
  ref: CaseRef,
  reader: Reader,
): Promise<FileAnswer | undefined> {
  const found = await wireCaseFile(db, ref, reader);
  if (!found) return undefined;
  const { language } = reader;
  const t: Say = (name, facts = {}) => say(packWords, name, facts, language);
  const spoken: Words = { t, named: (phrase) => phrase[language] };
  const papers = await papersOf(db, ref, found, spoken);
  const tables = await tablesOf(db, ref, found, spoken);
  const files = {
    name: t('files'),
    columns: [column(t('kind')), column(t('file'))],
    rows: papers.map(({ kind, name }) => [kind, name]),
  };
  const summary = await renderPdf(template, {
    language,
    title: t('title', { reference: found.reference }),
    lines: [
      t('of', { name: found.name, account: found.account }),
      t('stands', {
        state: stateNames[found.state][language],
        amount: found.amount,
        currency: found.currency,
        openedOn: found.openedOn,
        reason: reasonNames[found.reason][language],
      }),
      t('said', { saidBy: found.saidBy, note: found.note }),
    ],
    tables: [...tables, files].filter(({ rows }) => rows.length > 0),
  });
  const body = writeZip([{ name: `${found.reference}.pdf`, content: summary }, ...papers]);
  return { name: `${found.reference}.zip`, type: 'application/zip', body };
}

type Paper = Packed & { readonly kind: string };

async function papersOf(
  db: Queries,
  { accountId, caseId }: CaseRef,
  { evidence }: WireCaseFile,
  { t, named }: Words,
): Promise<Paper[]> {
  const items = await caseItems(db, { accountId, caseId });
  const documentIds = new Set(items.map(({ documentId }) => documentId));
  const originals = (await originalsOf(db, accountId)).filter((each) =>
    documentIds.has(each.documentId),
  );
  const papers: Paper[] = [];
  for (const { originalId, kind } of originals) {
    const file = await originalFile(db, accountId, originalId);
    if (file) papers.push({ kind: t(kind), name: plain(file.fileName), content: file.content });
  }
  for (const { evidenceId, kind } of evidence) {
    const file = await evidenceFile(db, accountId, id(evidenceId));
    if (!file) continue;
    papers.push({
      kind: named(evidenceNames[kind]),
      name: plain(file.fileName),
      content: file.content,
    });
  }
  return papers;
}

/** A name that no system reads as a folder or a command. */
function plain(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/u, '_');
}
