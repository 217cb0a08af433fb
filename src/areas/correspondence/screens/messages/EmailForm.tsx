/**
 * An e-mail to a contact: from a template, in the contact's language, with originals attached.
 *
 * It opens ready to go, so that a copy of an invoice is two keys; for five seconds it can still
 * be taken back.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  cancelMessage,
  previewMessage,
  writeMessage,
} from '#areas/correspondence/contract/messages.ts';
import { type Asking, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import {
  Attached,
  LanguagePick,
  type Recipient,
  Recipients,
  TemplatePick,
} from './email-fields.tsx';
import { Wording, type Worded } from './Wording.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  contacts: readonly Recipient[];
  /** The rows that are marked: the e-mail speaks of these. */
  itemIds: readonly string[];
  onClose: () => void;
};

type Language = 'en' | 'es';

export function EmailForm(props: Props) {
  const t = useWords(words);
  const reachable = props.contacts.filter(({ email }) => email !== null);
  if (reachable.length > 0) return <Letter {...props} reachable={reachable} />;
  return (
    <Dialog title={t('write_email')} sub={props.name} onClose={props.onClose}>
      <p className="text-warn">{t('nobody')}</p>
    </Dialog>
  );
}

type LetterProps = Props & { reachable: readonly Recipient[] };

function Letter({ accountId, name, reachable, itemIds, onClose }: LetterProps) {
  const t = useWords(words);
  const [contactId, setContactId] = useState(reachable[0]?.contactId ?? '');
  const [templateKey, setTemplateKey] = useState(itemIds.length > 0 ? 'invoice-copy' : 'reminder');
  const [chosen, setLanguage] = useState<Language | null>(null);
  const contact = reachable.find((each) => each.contactId === contactId);
  const language = chosen ?? contact?.language ?? 'en';
  const [edited, setEdited] = useState<Worded | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const wish = { templateKey, contactId, language, itemIds: [...itemIds] };
  const preview = useQuery({
    queryKey: ['account', accountId, 'preview', wish],
    enabled: templateKey !== '' && contactId !== '',
    queryFn: ({ signal }) => call(previewMessage, { params: { accountId }, body: wish, signal }),
  });
  const kept = preview.data?.attachments ?? [];
  const write = useWrite(accountId, onClose);
  const submit = (send: boolean): void =>
    write.mutate({
      ...wish,
      templateKey: templateKey === '' ? null : templateKey,
      edited,
      attachments: kept
        .filter(({ id }) => !left.includes(id))
        .map(({ kind, id }) => ({ kind, id })),
      send,
    });
  const wording = edited ?? preview.data;
  return (
    <Dialog title={t('write_email')} sub={name} shape="wide" onClose={onClose}>
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          submit(true);
        }}
      >
        <Recipients reachable={reachable} value={contactId} onPick={setContactId} />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TemplatePick
            value={templateKey}
            onPick={(key) => {
              setTemplateKey(key);
              setEdited(key === '' ? { subject: '', text: '' } : null);
            }}
          />
          <LanguagePick
            value={language}
            onPick={(picked) => {
              setLanguage(picked);
              setEdited(null);
            }}
          />
        </div>
        <Wording worded={wording} busy={preview.isFetching} onChange={setEdited} />
        <Attached files={kept} left={left} onLeft={setLeft} />
        <RefusalNote error={preview.error ?? write.error} words={areaWords} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="main" keys="Enter" autoFocus busy={write.isPending}>
            {t('send')}
          </Button>
          <Button onClick={() => submit(false)}>{t('keep_draft')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Writes and says so; what is on its way can be taken back with `u`. */
function useWrite(accountId: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  const again = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: ['account', accountId] });
  return useMutation({
    mutationFn: (body: Asking<typeof writeMessage>['body']) =>
      call(writeMessage, { params: { accountId }, body }),
    onSuccess: ({ messageId, state }) => {
      void again();
      onClose();
      if (state === 'draft') say({ text: t('kept_draft') });
      else if (state === 'checked') say({ text: t('waits_second') });
      else {
        const params = { accountId, messageId };
        say({
          text: t('on_its_way'),
          undo: async () => {
            await call(cancelMessage, { params, body: { reason: t('reason_undo') } });
            say({ text: t('taken_back') });
            await again();
          },
        });
      }
    },
  });
}
