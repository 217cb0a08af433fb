/**
 * A text to a contact, with what a phone makes of it: its parts, and the line that says how to
 * be left alone. Whether it may go stands above the words, before they are written.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sending } from '#areas/correspondence/contract/sending.ts';
import { sendText } from '#areas/correspondence/contract/texts.ts';
import { MayContact } from '#areas/compliance/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FieldFrame, inputLook, SelectField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { withOptOut } from '../../rules/texts/meaning.ts';
import { segmentsOf } from '../../rules/texts/segments.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Recipient = {
  contactId: string;
  name: string;
  phone: string | null;
  language: 'en' | 'es';
};

type Props = {
  accountId: string;
  name: string;
  contacts: readonly Recipient[];
  onClose: () => void;
};

export function TextForm({ contacts, ...props }: Props) {
  const t = useWords(words);
  const reachable = contacts.filter(({ phone }) => phone !== null);
  return (
    <Dialog title={t('write_text')} sub={props.name} onClose={props.onClose}>
      {reachable.length === 0 ? (
        <p className="text-warn">{t('nobody')}</p>
      ) : (
        <Fields {...props} reachable={reachable} />
      )}
    </Dialog>
  );
}

const purposes = ['collect', 'answer', 'ask_consent'] as const;
type Purpose = (typeof purposes)[number];

type FieldsProps = Omit<Props, 'contacts'> & { reachable: readonly Recipient[] };

function Fields({ accountId, reachable, onClose }: FieldsProps) {
  const t = useWords(words);
  const [contactId, setContactId] = useState(reachable[0]?.contactId ?? '');
  const [purpose, setPurpose] = useState<Purpose>('collect');
  const [text, setText] = useState('');
  const contact = reachable.find((each) => each.contactId === contactId);
  const language = contact?.language ?? 'en';
  const send = useSend(accountId, onClose);
  const provider = useQuery({
    queryKey: ['outbox', 'sending'],
    queryFn: ({ signal }) => call(sending, { signal }),
  });
  const missing = provider.data?.texts === false ? t('no_provider') : undefined;
  return (
    <form
      noValidate
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ contactId, text, purpose });
      }}
    >
      {missing !== undefined && <p className="text-sm text-warn">{missing}</p>}
      <SelectField
        label={t('to')}
        name="contactId"
        value={contactId}
        onChange={(event) => setContactId(event.target.value)}
        choices={reachable.map((each) => ({
          value: each.contactId,
          name: `${each.name} · ${each.phone ?? ''}`,
        }))}
      />
      <SelectField
        label={t('purpose')}
        name="purpose"
        value={purpose}
        onChange={(event) =>
          setPurpose(purposes.find((each) => each === event.target.value) ?? 'collect')
        }
        choices={purposes.map((value) => ({ value, name: t(`purpose_${value}`) }))}
      />
      <MayContact
        accountId={accountId}
        contactId={contactId}
        address={contact?.phone ?? ''}
        channel="sms"
        purpose={purpose}
      />
      <Wording text={text} language={language} onChange={setText} />
      <RefusalNote error={send.error} words={areaWords} />
      <Button type="submit" tone="main" keys="Ctrl+Enter" because={missing} busy={send.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}

type WordingProps = { text: string; language: 'en' | 'es'; onChange: (text: string) => void };

/** The words, counted as the phone counts them, with the line that is added to them. */
function Wording({ text, language, onChange }: WordingProps) {
  const t = useWords(words);
  const whole = text.trim() === '' ? '' : withOptOut(text, language);
  const { alphabet, units, parts, left } = segmentsOf(whole);
  const odd = Array.from(whole).find((each) => segmentsOf(each).alphabet === 'unicode');
  return (
    <FieldFrame label={t('text')} hint={t('parts', { units, parts, left })}>
      {({ id, describedBy }) => (
        <>
          <textarea
            id={id}
            name="text"
            rows={4}
            maxLength={900}
            autoFocus
            lang={language}
            value={text}
            aria-describedby={describedBy}
            className={`${inputLook} py-2`}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.currentTarget.form?.requestSubmit();
              }
            }}
          />
          {whole !== '' && whole !== text && (
            <p className="text-sm text-ink-2">{t('as_sent', { text: whole })}</p>
          )}
          {alphabet === 'unicode' && odd !== undefined && (
            <p className="text-sm text-warn">{t('parts_unicode', { character: odd })}</p>
          )}
        </>
      )}
    </FieldFrame>
  );
}

function useSend(accountId: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof sendText>) => call(sendText, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t('queued') });
      onClose();
    },
  });
}
