/** The originals of an account, and the copies that went out of them. */
import { useState } from 'react';
import type { Contact } from '#areas/customers/contract.ts';
import { Messages, SendCopyForm } from '#areas/correspondence/screens/index.ts';
import { Originals } from '#areas/documents/screens/index.ts';

type Props = { accountId: string; contacts: readonly Contact[] };

export function Papers({ accountId, contacts }: Props) {
  const [sending, setSending] = useState<readonly string[] | null>(null);
  return (
    <>
      <Originals accountId={accountId} onSend={setSending} />
      <Messages accountId={accountId} />
      {sending !== null && (
        <SendCopyForm
          accountId={accountId}
          contacts={contacts}
          originalIds={sending}
          onClose={() => setSending(null)}
        />
      )}
    </>
  );
}
