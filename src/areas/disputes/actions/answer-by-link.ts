/**
 * What somebody does who came by a link: looks at the one case, and answers it.
 *
 * Both are in the audit under the link's name. An answer decides nothing: it brings the case back
 * to whoever coordinates it, who has two business days to go on.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { readContent } from '#areas/documents/rules/file-content.ts';
import { calendarOf } from '#areas/team/index.ts';
import { plusBusinessDays } from '#areas/team/rules/calendar.ts';
import {
  type EvidenceKind,
  type LinkRefusal,
  type Verdict,
  closedLink,
  largestFile,
  mayAnswer,
  mostFiles,
} from '../rules/link.ts';
import type { CaseFile } from '../store/case-file.ts';
import { type Link, insertEvidence, insertUse, linkHashed } from '../store/links.ts';
import { stepCase, takeFile } from './step-case.ts';

/** Business days in which an answer that came is gone through. */
const decideDays = 2;

export type CameFile = { readonly name: string; readonly bytes: Uint8Array };

export type LinkAnswerRefusal =
  | LinkRefusal
  | FileRefusal
  | 'dispute.link_unknown'
  | 'dispute.answer_empty';

/** Notes that the link was opened; what it shows is read by whoever serves the page. */
export async function openByLink(
  context: Context,
  tokenHash: string,
): Promise<Outcome<{ linkId: Id }, LinkRefusal | 'dispute.link_unknown'>> {
  const link = await linkHashed(context.tx, tokenHash);
  if (!link) return refuse('dispute.link_unknown');
  const closed = closedLink(link, context.at);
  if (closed) return refuse(closed);
  await insertUse(context, link, { verdict: null, answer: '' });
  context.did({ what: 'link opened', id: link.caseId });
  return accept({ linkId: link.linkId });
}

export type LinkReply = {
  readonly tokenHash: string;
  readonly verdict: Verdict;
  readonly answer: string;
  readonly files: readonly CameFile[];
};

export async function answerByLink(
  context: Context,
  { tokenHash, verdict, answer, files }: LinkReply,
): Promise<Outcome<{ caseId: Id }, LinkAnswerRefusal>> {
  const known = await linkHashed(context.tx, tokenHash);
  if (!known) return refuse('dispute.link_unknown');
  const taken = await takeFile(context, known);
  // Read again behind the lock: two answers at once are counted one after the other.
  const link = await linkHashed(context.tx, tokenHash);
  if (!taken.ok || !link) return refuse('dispute.link_unknown');
  const closed = mayAnswer(link, context.at);
  if (closed) return refuse(closed);
  if (answer.trim() === '' && files.length === 0) return refuse('dispute.answer_empty');
  const { file } = taken.value;
  const kept = await keepEvidence(context, file, { files, link, kind: 'other' });
  if (!kept.ok) return kept;
  await insertUse(context, link, { verdict, answer: answer.trim() });
  await answered(context, file, { by: link.toName, verdict, answer });
  return accept({ caseId: file.caseId });
}

/** The case is back with whoever coordinates it. */
export async function answered(
  context: Context,
  file: CaseFile,
  said: { readonly by: string; readonly verdict: string; readonly answer: string },
): Promise<CaseFile> {
  const { tx, today } = context;
  const calendar = await calendarOf(tx, file.companyId);
  return stepCase(context, file, {
    kind: 'answered',
    facts: { by: said.by, verdict: said.verdict },
    note: said.answer.trim(),
    phrase: 'activity.dispute_answered',
    change: {
      state: 'open',
      answeredOn: today,
      answerBy: plusBusinessDays(today, decideDays, calendar),
    },
  });
}

export type FileRefusal =
  | 'dispute.too_many_files'
  | 'dispute.file_too_large'
  | 'dispute.file_unfit';

type Coming = {
  readonly files: readonly CameFile[];
  readonly link: Link | null;
  readonly kind: EvidenceKind;
};

/** Keeps files with a case: PDFs and pictures, known by their first bytes and never by name. */
export async function keepEvidence(
  context: Context,
  { accountId, caseId }: CaseFile,
  { files, link, kind }: Coming,
): Promise<Outcome<{ ids: Id[] }, FileRefusal>> {
  if (files.length > mostFiles) {
    return refuse('dispute.too_many_files', { files: files.length, most: mostFiles });
  }
  const ids: Id[] = [];
  for (const { name, bytes } of files) {
    if (bytes.length > largestFile) {
      return refuse('dispute.file_too_large', { file: name, most: largestFile / 1024 / 1024 });
    }
    const type = readContent(name, bytes);
    if (!type.ok) return refuse('dispute.file_unfit', { file: name });
    const made = { accountId, caseId, linkId: link?.linkId ?? null, kind, fileName: name };
    const sha256 = fingerprint(bytes);
    const content = { mediaType: type.value, sha256, content: bytes };
    ids.push(await insertEvidence(context, { ...made, ...content }));
    context.did({ what: 'evidence', id: caseId, facts: { file: name } });
  }
  return accept({ ids });
}
