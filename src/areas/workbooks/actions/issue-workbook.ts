/** Writes down that a workbook was handed out: of what, with which rows, to whom. */
import { type Accepted, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Issued, insertIssued } from '../store/workbooks.ts';

export async function issueWorkbook(
  context: Context,
  issued: Issued,
): Promise<Accepted<{ workbookId: string }>> {
  await insertIssued(context, issued);
  const { workbookId, kind } = issued.head;
  context.did({ what: 'workbook out', id: workbookId, facts: { kind, rows: issued.rows } });
  return accept({ workbookId });
}
