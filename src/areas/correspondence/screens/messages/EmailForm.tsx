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
import { templates } from '#areas/correspondence/contract/templates.ts';
import { type Asking, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { Wording, type Worded } from './Wording.tsx';
import { words } from './words.ts';

type Recipient = {
  contactId: string;
  name: string;
  email: string | null;
  language: 'en' | 'es';
};

type Props = {
  accountId: string;
  name: string;
  contacts: readonly Recipient[];
  /** The rows that are marked: the e-mail speaks of these. */
  itemIds: readonly string[];
  onClose: () => void;
};

type Language = 'en' | 'es';

export function EmailForm({ accountId, name, contacts, itemIds, onClose }: Props) {
  const t = useWords(words);
  const reachable = contacts.filter(({ email }) => email !== null);
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
  if (reachable.length === 0) {
    return (
      <Dialog title={t('write_email')} sub={name} onClose={onClose}>
        <p className="text-warn">{t('nobody')}</p>
      </Dialog>
    );
  }
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
        <SelectField
          label={t('to')}
          name="contactId"
          value={contactId}
          onChange={(event) => setContactId(event.target.value)}
          choices={reachable.map((each) => ({
            value: each.contactId,
            name: `${each.name} · ${each.email ?? ''}`,
          }))}
        />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TemplatePick
            value={templateKey}
            onPick={(key) => {
              setTemplateKey(key);
              setEdited(key === '' ? { subject: '', text: '' } : null);
            }}
          />
          <SelectField
            label={t('letter_language')}
            name="language"
            value={language}
            onChange={(event) => {
              setLanguage(event.target.value === 'es' ? 'es' : 'en');
              setEdited(null);
            }}
            choices={(['en', 'es'] as const).map((value) => ({
              value,
              name: t(`lang_${value}`),
            }))}
          />
        </div>
        <Wording worded={wording} busy={preview.isFetching} onChange={setEdited} />
        {kept.length > 0 && (
          <fieldset>
            <legend className="text-sm font-[550] text-ink-2">{t('attached')}</legend>
            {kept.map((file) => (
              <CheckField
                key={file.id}
                label={file.name}
                checked={!left.includes(file.id)}
                onChange={(event) =>
                  setLeft((before) =>
                    event.target.checked
                      ? before.filter((id) => id !== file.id)
                      : [...before, file.id],
                  )
                }
              />
            ))}
          </fieldset>
        )}
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

/** The e-mail templates by their names, and one's own words. */
function TemplatePick({ value, onPick }: { value: string; onPick: (key: string) => void }) {
  const t = useWords(words);
  const language = useLanguage();
  const known = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => call(templates, { signal }),
  });
  const rows = (known.data?.rows ?? []).filter(({ channel }) => channel === 'email');
  return (
    <SelectField
      label={t('template')}
      name="templateKey"
      none={t('own_words')}
      value={value}
      onChange={(event) => onPick(event.target.value)}
      choices={rows.map((row) => ({ value: row.key, name: row.name[language] }))}
    />
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
