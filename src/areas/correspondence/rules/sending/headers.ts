/** What an e-mail says of itself to the machines on its way. */
import type { MessagePurpose } from '../messages/message.ts';

/** RFC 3834 for what no person wrote; a way out (RFC 2369) where we ask for something. */
export function headersOf(
  purpose: MessagePurpose,
  byMachine: boolean,
  replyTo: string,
): Readonly<Record<string, string>> {
  const asks = purpose === 'collect' || purpose === 'notice';
  return {
    ...(byMachine ? { 'Auto-Submitted': 'auto-generated' } : {}),
    ...(asks ? { 'List-Unsubscribe': `<mailto:${replyTo}?subject=unsubscribe>` } : {}),
  };
}
