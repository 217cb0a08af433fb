/** What a case asked for was refused or taken back: it is open again, with its decision to make. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { caseOfRequest } from '../store/case-file.ts';
import { backToOpen } from './credit-case.ts';
import { takeFile } from './step-case.ts';

export type RefuseCredit = {
  readonly accountId: Id;
  readonly requestId: Id;
  readonly why: string;
};

/** A request that is no case's, or of a case that was decided otherwise since, changes nothing. */
export async function refuseCredit(
  context: Context,
  { accountId, requestId, why }: RefuseCredit,
): Promise<Outcome<{ opened: boolean }, never>> {
  const caseId = await caseOfRequest(context.tx, accountId, requestId);
  if (caseId === undefined) return accept({ opened: false });
  const taken = await takeFile(context, { accountId, caseId });
  if (!taken.ok || taken.value.file.state !== 'decided') return accept({ opened: false });
  await backToOpen(context, taken.value, why);
  return accept({ opened: true });
}
