/** Keeps a workbook that came back; the same bytes again are the same upload. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Head } from '../rules/signature.ts';
import { keepUpload, wasIssued } from '../store/workbooks.ts';

export type TakeInWorkbook = {
  readonly head: Head;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

export async function takeInWorkbook(
  context: Context,
  { head, ...file }: TakeInWorkbook,
): Promise<Outcome<{ uploadId: Id }, 'workbooks.unknown_workbook'>> {
  if (!(await wasIssued(context.tx, head))) return refuse('workbooks.unknown_workbook');
  const uploadId = await keepUpload(context, { ...file, workbookId: head.workbookId });
  context.did({ what: 'workbook in', id: uploadId, facts: { sha256: file.sha256 } });
  return accept({ uploadId });
}
