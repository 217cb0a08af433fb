/** What people add to a case: a note, the root cause, files, an answer that came another way. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CaseState } from '../rules/case-life.ts';
import type { RootCause } from '../rules/cause.ts';
import type { EvidenceKind, Verdict } from '../rules/link.ts';
import { type CameFile, type FileRefusal, answered, keepEvidence } from './answer-by-link.ts';
import { type CaseRef, stepCase, takeFile } from './step-case.ts';

/** A note of anybody who works the case, also after it ended. */
export async function noteCase(
  context: Context,
  { note, ...ref }: CaseRef & { readonly note: string },
): Promise<Outcome<{ state: CaseState }, 'dispute.no_such_case'>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { state } = await stepCase(context, taken.value.file, {
    kind: 'noted',
    facts: {},
    note,
    change: {},
  });
  return accept({ state });
}

/** Why it came to this, as it turned out; the latest word counts. */
export async function findCause(
  context: Context,
  { cause, note, ...ref }: CaseRef & { readonly cause: RootCause; readonly note: string },
): Promise<Outcome<{ state: CaseState }, 'dispute.no_such_case'>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { state } = await stepCase(context, taken.value.file, {
    kind: 'cause_found',
    facts: { cause },
    note,
    change: { cause },
  });
  return accept({ state });
}

export type AddEvidence = CaseRef & {
  readonly kind: EvidenceKind;
  readonly files: readonly CameFile[];
};

/** Files that we have ourselves: a proof of delivery, a contract, a claim. */
export async function addEvidence(
  context: Context,
  { kind, files, ...ref }: AddEvidence,
): Promise<Outcome<{ ids: Id[] }, FileRefusal | 'dispute.no_such_case'>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { file } = taken.value;
  const kept = await keepEvidence(context, file, { files, link: null, kind });
  if (!kept.ok) return kept;
  const facts = { files: files.map(({ name }) => name).join(', '), kind };
  await stepCase(context, file, { kind: 'evidence_added', facts, note: '', change: {} });
  return kept;
}

export type TellAnswer = CaseRef & {
  readonly by: string;
  readonly verdict: Verdict;
  readonly answer: string;
};

/** An answer that came by telephone or mail, written down by one of the desk. */
export async function tellAnswer(
  context: Context,
  { by, verdict, answer, ...ref }: TellAnswer,
): Promise<
  Outcome<{ state: CaseState }, 'dispute.no_such_case' | 'dispute.closed' | 'dispute.decided'>
> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const { file } = taken.value;
  if (file.state === 'closed') return refuse('dispute.closed');
  if (file.state === 'decided') return refuse('dispute.decided', { state: file.state });
  const { state } = await answered(context, file, { by, verdict, answer });
  return accept({ state });
}
