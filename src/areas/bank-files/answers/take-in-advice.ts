/** A remittance that came by mail: read as any dropped file is, known again when it comes twice. */
import { readOutsideFile } from '#formats/outside-file.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { perform, type Actor, type Desk } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openers } from '#platform/files/openers.ts';
import { takeInFiles } from '../actions/take-in-files.ts';

export type Advice = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly companyId: Id;
  /** Of a table that names none. */
  readonly currency: string;
};

export type TakenAdvice = {
  /** Remittances that the file holds, known ones included. */
  readonly remittances: number;
  readonly added: number;
};

/** Refused as a dropped file is: when nothing of it can be read as an advice. */
export async function takeInAdvice(
  desk: Desk,
  { name, bytes, companyId, currency }: Advice,
  by: { readonly actor: Actor; readonly reason: string },
): Promise<Outcome<TakenAdvice>> {
  const file = { name, bytes };
  // What comes as an advice is read as one: a table in it needs no heading that says so.
  const known = { format: 'remittance', mapping: { currency } } as const;
  const read = await readOutsideFile(file, openers, known);
  if (!read.ok) return read;
  const [question] = read.value.questions;
  if (question) return refuse('bank_files.question', { question: question.code });
  const sha256 = fingerprint(bytes);
  const neutral = read.value.neutral();
  const files = [{ ...file, container: null, sha256, neutral, settled: null }];
  const doing = {
    action: 'bank_files.take_in_advice',
    ...by,
    input: { name, sha256 },
  };
  const from = { companyId, companies: [companyId], source: 'mail', as: 'remittance' } as const;
  const taken = await perform(desk, doing, (context) => takeInFiles(context, files, from));
  if (!taken.ok) return taken;
  const added = taken.value.answer.reduce((sum, each) => sum + each.added, 0);
  return accept({ remittances: neutral.remittances.length, added });
}
