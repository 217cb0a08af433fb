/** Takes in several files that came together: all of them or none. */
import type { NeutralFile } from '#formats/neutral.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { IntakeRefusal } from '../rules/refusal.ts';
import type { TableMapping } from '../rules/table-mapping.ts';
import { keepMapping } from '../store/mappings.ts';
import { type Intake, type TakeInFile, takeInFile } from './take-in-file.ts';

export type FileRead = {
  readonly name: string;
  readonly container: string | null;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly neutral: NeutralFile;
  /** How its table was read, kept for the next one with the same columns. */
  readonly settled?: { readonly signature: string; readonly mapping: TableMapping } | null;
};

export type FilesFrom = Omit<TakeInFile, 'fileName' | 'container' | 'bytes' | 'sha256' | 'neutral'>;

/** Answers an intake a file, in their order; the first refusal names its file. */
export async function takeInFiles(
  context: Context,
  files: readonly FileRead[],
  from: FilesFrom,
): Promise<Outcome<Intake[], IntakeRefusal>> {
  const taken: Intake[] = [];
  for (const { name, container, bytes, sha256, neutral, settled } of files) {
    const wish = { ...from, fileName: name, bytes, sha256, neutral };
    const intake = await takeInFile(context, container === null ? wish : { ...wish, container });
    if (!intake.ok) return { ...intake, facts: { ...intake.facts, file: name } };
    taken.push(intake.value);
    if (settled) await keepMapping(context, from.companyId, settled.signature, settled.mapping);
  }
  return accept(taken);
}
