/** Sends chosen originals to one of the account's contacts. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sendCopy } from '#areas/correspondence/contract/copies.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import type { MessageState } from '../../rules/messages/message.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  contacts: readonly { contactId: string; name: string; email: string | null }[];
  originalIds: readonly string[];
  onClose: () => void;
};

export function SendCopyForm({ accountId, contacts, originalIds, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (contactId: string) =>
      call(sendCopy, {
        params: { accountId },
        body: { contactId, originalIds: [...originalIds] },
      }),
    onSuccess: ({ state, detail }) => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t(saidOf(state), { detail }) });
      onClose();
    },
  });
  const choices = contacts.flatMap(({ contactId, name, email }) =>
    email === null ? [] : [{ value: contactId, name: `${name} · ${email}` }],
  );
  return (
    <Dialog
      title={t('send_copy')}
      sub={t('files', { count: originalIds.length })}
      onClose={onClose}
    >
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          const to = new FormData(event.currentTarget).get('to');
          if (typeof to === 'string' && to !== '') send.mutate(to);
        }}
      >
        {choices.length === 0 ? (
          <p className="text-warn">{t('nobody')}</p>
        ) : (
          <SelectField label={t('to')} name="to" choices={choices} />
        )}
        <RefusalNote error={send.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          busy={send.isPending}
          because={choices.length === 0 ? t('nobody') : undefined}
        >
          {t('send')}
        </Button>
      </form>
    </Dialog>
  );
}

/** What there is to say of a copy that was just written. */
function saidOf(state: MessageState) {
  if (state === 'sent' || state === 'unknown' || state === 'held') return `${state}_said` as const;
  return state === 'failed' ? 'failed_said' : 'queued_said';
}
