/**
 * Makes the next invoices of a run ready to go: judged, written out, kept.
 *
 * By e-mail goes the original as it came, where there is one, and else what the book says; on
 * paper always what the book says, as a batch for the printer joins only papers of our making.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { keepFile } from '#areas/correspondence/index.ts';
import { type Delivery, deliveriesOf } from '#areas/customers/index.ts';
import { originalFile, originalsOf } from '#areas/documents/index.ts';
import { invoiceWay } from '../rules/invoice-paper.ts';
import { ownWay } from '../rules/paper.ts';
import { recipient } from '../rules/recipient.ts';
import { type DocumentToWrite, documentsNamed } from '../store/documents.ts';
import { billedBefore, openDocuments } from '../store/invoice-facts.ts';
import { type NewPaper, insertPapers, lastPapers } from '../store/papers.ts';
import type { Run, Selected } from '../store/runs.ts';

export type Drawn = { readonly bytes: Uint8Array; readonly pages: number };

/** Null for a document that the book cannot write out. */
export type DrawInvoice = (written: DocumentToWrite) => Promise<Drawn | null>;

export async function writeInvoices(
  context: Context,
  run: Run,
  next: readonly Selected[],
  draw: DrawInvoice,
): Promise<void> {
  const { tx } = context;
  const own = [...new Set(next.map(({ accountId }) => accountId))];
  const [deliveries, open, billed, last] = await Promise.all([
    deliveriesOf(tx, own),
    openDocuments(tx, own),
    billedBefore(tx, own, run.toOn),
    lastPapers(tx, own, run),
  ]);
  const delivery = new Map(deliveries.map((each) => [each.accountId, each]));
  const papers: NewPaper[] = [];
  for (const each of next) {
    const { accountId, subjectId } = each;
    const how = delivery.get(accountId);
    const [written] = await documentsNamed(tx, { accountId, documentId: subjectId }, 'all');
    if (!how || !written) throw new Error(`the document ${subjectId} is gone`);
    const others = (billed.get(accountId) ?? []).filter((one) => one.documentId !== subjectId);
    const facts = { others, open: open.has(subjectId), last: last.get(accountId) };
    papers.push(await paperOf(context, run, { how, written, facts }, draw));
  }
  await insertPapers(context, papers);
  context.did({ what: 'invoices made', id: run.runId, facts: { count: papers.length } });
}

type Known = {
  readonly how: Delivery;
  readonly written: DocumentToWrite;
  readonly facts: Pick<Parameters<typeof invoiceWay>[0], 'others' | 'open' | 'last'>;
};

async function paperOf(
  context: Context,
  run: Run,
  { how, written, facts }: Known,
  draw: DrawInvoice,
): Promise<NewPaper> {
  const { accountId, documentId, document } = written;
  const language = how.contact?.language ?? how.language;
  const onPaper = ownWay(how).channel === 'letter';
  const original = onPaper ? undefined : await originalOf(context, accountId, documentId);
  const file = original ?? (await draw({ ...written, language }));
  const gross = document.net + document.tax;
  const { currency, issuedOn, dueOn, kind } = document;
  const way = invoiceWay({
    ...how,
    ...facts,
    kind,
    invoice: { gross, currency, order: document.poNumber ?? document.orderNumber, issuedOn },
    dueOn,
    written: file !== null,
    today: context.today,
  });
  return {
    accountId,
    runId: run.runId,
    subjectId: documentId,
    statementId: context.newId(),
    form: 'invoice',
    language,
    rule: how.rule,
    channel: way.channel,
    ...recipient(how, way.channel),
    balances: [{ currency, closing: kind === 'credit_memo' ? -gross : gross }],
    problems: way.problems,
    ...(await keptOf(context, written, file)),
  };
}

/** The original as it came, where it is a PDF. */
async function originalOf(
  { tx }: Context,
  accountId: Id,
  documentId: Id,
): Promise<Drawn | undefined> {
  const originals = await originalsOf(tx, accountId);
  const found = originals.find(
    (each) =>
      each.documentId === documentId &&
      each.kind === 'invoice' &&
      each.mediaType === 'application/pdf',
  );
  const file = found && (await originalFile(tx, accountId, found.originalId));
  return file && { bytes: file.content, pages: 1 };
}

async function keptOf(
  context: Context,
  { accountId, document }: DocumentToWrite,
  file: Drawn | null,
): Promise<Pick<NewPaper, 'pages' | 'fileId' | 'sha256'>> {
  if (file === null) return { pages: 0, fileId: null, sha256: null };
  const kept = await keepFile(context, {
    accountId,
    fileName: `${document.number.replaceAll(/[^\w.-]+/gu, '-')}.pdf`,
    mediaType: 'application/pdf',
    content: file.bytes,
  });
  if (!kept.ok) throw new Error(`the invoice ${document.number} was not kept`);
  return { pages: file.pages, fileId: kept.value.fileId, sha256: fingerprint(file.bytes) };
}
