/** Originals as they go over the wire: problems as sentences, the latest version marked. */
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { WireOriginal, WireWaitingFile } from '../contract.ts';
import type { Intake } from '../rules/intake.ts';
import type { Original } from '../store/originals.ts';
import type { WaitingFile } from '../store/waiting.ts';
import { words } from '../words.ts';

export function wireIntake(intake: Intake, language: Language) {
  return {
    files: intake.files,
    linked: [...intake.linked],
    duplicates: [...intake.duplicates],
    problems: intake.problems.map(({ file, code, facts, waits }) => ({
      file,
      code,
      message: say(words, code, facts, language),
      remedy: say(words, `${code}_remedy`, facts, language),
      waits,
    })),
  };
}

/** The rows of one account; the first of each document and kind is its latest version. */
export function wireOriginals(rows: readonly Original[], language: Language): WireOriginal[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const place = `${row.documentId} ${row.kind}`;
    const latest = !seen.has(place);
    seen.add(place);
    return { ...wire(row), latest, actor: actorName(row.actor, language) };
  });
}

function wire(row: Original) {
  const { originalId, documentId, number, kind, version, fileName, mediaType, bytes } = row;
  const { sha256, at } = row;
  return {
    originalId,
    documentId,
    number,
    kind,
    version,
    fileName,
    mediaType,
    bytes,
    sha256,
    at,
  };
}

export function wireWaiting(file: WaitingFile, language: Language): WireWaitingFile {
  const { fileId, fileName, kind, problem, facts, at } = file;
  return {
    fileId,
    fileName,
    kind,
    message: say(words, problem, facts, language),
    remedy: say(words, `${problem}_remedy`, facts, language),
    at,
  };
}
