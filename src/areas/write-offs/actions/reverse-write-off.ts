/** Takes a write-off back: the debt opens again with its own due day, from today on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ReverseApplicationRefusal, reverseApplication } from '#areas/ledger/index.ts';
import { isWriteOff } from '../store/register.ts';

export async function reverseWriteOff(
  context: Context,
  { accountId, applicationId }: { readonly accountId: Id; readonly applicationId: Id },
): Promise<
  Outcome<{ applicationId: Id }, ReverseApplicationRefusal | 'write_offs.no_such_write_off'>
> {
  if (!(await isWriteOff(context.tx, accountId, applicationId))) {
    return refuse('write_offs.no_such_write_off');
  }
  return reverseApplication(context, { accountId, applicationId, when: context.today });
}
