/**
 * Takes files in: each is linked to the document that its name means, or waits for a person.
 *
 * Without `acceptGood` it is all or nothing. A file that is no original is never kept; one whose
 * name says too little is kept and waits, so that nobody has to send it twice.
 */
import type { Id } from '#kernel/ids.ts';
import type { MediaType } from '#kernel/paper.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { readContent } from '../rules/file-content.ts';
import { type NameReading, linkByName, readFileName } from '../rules/file-name.ts';
import { type FileProblem, type Intake, type LinkedFile, nextVersion } from '../rules/intake.ts';
import type { FileProblemCode } from '../rules/refusal.ts';
import { documentsNumbered, insertOriginal, keepContent, versionsOf } from '../store/originals.ts';
import { insertWaiting, waitsAlready } from '../store/waiting.ts';

/** Read one after the other, so that a folder never lies in memory as a whole. */
export type OriginalFile = {
  readonly name: string;
  read(): Promise<{ readonly content: Uint8Array; readonly sha256: string }>;
};

export type AddOriginals = {
  readonly files: readonly OriginalFile[];
  /** The companies whose documents may be meant. */
  readonly companies: readonly Id[] | 'all';
  readonly acceptGood: boolean;
};

/** Files of one intake. */
export const mostFiles = 20_000;

/** Refuses `documents.files_unfit` with problems that were not accepted; `report` hears them. */
export async function addOriginals(
  context: Context,
  wish: AddOriginals,
  report: (intake: Intake) => void,
): Promise<Outcome<Intake, 'documents.files_unfit' | 'documents.too_many_files'>> {
  const { files } = wish;
  if (files.length > mostFiles) {
    return refuse('documents.too_many_files', { files: files.length, most: mostFiles });
  }
  const linked: LinkedFile[] = [];
  const duplicates: string[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    const taken = await takeIn(context, file, wish);
    if ('code' in taken) problems.push(taken);
    else if ('number' in taken) linked.push(taken);
    else duplicates.push(taken.file);
  }
  const intake = { files: files.length, linked, duplicates, problems };
  report(intake);
  if (problems.length > 0 && !wish.acceptGood) {
    return refuse('documents.files_unfit', { count: problems.length });
  }
  context.did({ what: 'originals', facts: { linked: linked.length, files: files.length } });
  return accept(intake);
}

type Known = { readonly file: string };
type Came = {
  readonly name: string;
  readonly reading: NameReading;
  readonly mediaType: MediaType;
  readonly sha256: string;
  readonly content: Uint8Array;
};

async function takeIn(
  context: Context,
  file: OriginalFile,
  { companies }: AddOriginals,
): Promise<LinkedFile | FileProblem | Known> {
  const reading = readFileName(file.name);
  if (!reading.ok) return problem(file.name, reading, false);
  const { content, sha256 } = await file.read();
  const mediaType = readContent(file.name, content);
  if (!mediaType.ok) return problem(file.name, mediaType, false);
  const came: Came = {
    name: file.name,
    reading: reading.value,
    mediaType: mediaType.value,
    sha256,
    content,
  };
  const found = await documentsNumbered(context.tx, came.reading.candidates, companies);
  const document = linkByName(came.reading, found);
  if (!document.ok) return letWait(context, came, document);
  const { kind } = came.reading;
  const before = await versionsOf(context.tx, document.value, kind);
  if (before.some((each) => each.standing && each.sha256 === came.sha256)) {
    return { file: file.name };
  }
  await keepContent(context, came);
  const { accountId, documentId, account, number } = document.value;
  const version = nextVersion(before.map((each) => each.version));
  const originalId = context.newId();
  const made = { accountId, originalId, documentId, kind, version };
  await insertOriginal(context, { ...made, fileName: file.name, sha256: came.sha256 });
  context.did({ what: 'original', id: originalId, facts: { file: file.name, number } });
  return { file: file.name, accountId, account, number, kind, version };
}

type No = { readonly refusal: FileProblemCode; readonly facts: FileProblem['facts'] };

async function letWait(context: Context, came: Came, no: No): Promise<FileProblem | Known> {
  if (await waitsAlready(context.tx, came.name, came.sha256)) return { file: came.name };
  await keepContent(context, came);
  await insertWaiting(context, {
    fileId: context.newId(),
    fileName: came.name,
    kind: came.reading.kind,
    sha256: came.sha256,
    problem: no.refusal,
    facts: no.facts,
  });
  return problem(came.name, no, true);
}

function problem(file: string, { refusal, facts }: No, waits: boolean): FileProblem {
  return { file: printable(file), code: refusal, facts, waits };
}

/** As it may stand on a screen or in a terminal. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 120);
}
