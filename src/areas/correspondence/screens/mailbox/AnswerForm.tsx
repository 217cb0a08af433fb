/** The answer that the mail calls for, with its papers, ready to be changed and sent. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerMail, draftAnswer, type WireMail } from '#areas/correspondence/contract/mailbox.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { useMailsChanged } from './mail-data.ts';
import { words } from './words.ts';

type Props = { mail: WireMail; onSent: () => void };

export function AnswerForm({ mail, onSent }: Props) {
  const why = useWhy();
  const { mailId } = mail;
  const intent = mail.intents[0];
  const draft = useQuery({
    queryKey: ['mail', mailId, 'draft', intent ?? 'other'],
    queryFn: ({ signal }) =>
      call(draftAnswer, { params: { mailId }, query: { as: intent }, signal }),
  });
  if (draft.isPending) return <Bones lines={5} />;
  if (draft.isError) return <Failed why={why(draft.error)} onRetry={() => void draft.refetch()} />;
  return <Draft key={draft.data.templateKey} mail={mail} draft={draft.data} onSent={onSent} />;
}

type DraftProps = Props & { draft: AnswerOf<typeof draftAnswer> };

function Draft({ mail, draft, onSent }: DraftProps) {
  const t = useWords(words);
  const may = useMay();
  const changed = useMailsChanged();
  const form = useRef<HTMLFormElement>(null);
  // What goes out asks once: the first Enter asks, the second sends.
  const [sure, setSure] = useState(false);
  const { mailId } = mail;
  const send = useMutation({
    mutationFn: (body: BodyOf<typeof answerMail>) => call(answerMail, { params: { mailId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('sent') });
      onSent();
    },
  });
  const go = (): void => {
    if (!sure) setSure(true);
    else form.current?.requestSubmit();
  };
  useKeys([{ key: 'Enter', phrase: t('send'), run: go }]);
  const { originals, statement, language } = draft;
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('answer')}
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        const said = new FormData(event.currentTarget);
        send.mutate({
          subject: textOf(said.get('subject')),
          text: textOf(said.get('text')),
          language,
          originalIds: originals.map(({ originalId }) => originalId),
          statement,
          templateKey: draft.templateKey,
          templateVersion: draft.templateVersion,
        });
      }}
    >
      <h2>{t('answer')}</h2>
      <TextField label={t('subject')} name="subject" defaultValue={draft.subject} />
      <AreaField label={t('answer')} name="text" rows={8} defaultValue={draft.text} />
      <Enclosed draft={draft} />
      <RefusalNote error={send.error} words={areaWords} />
      <Button
        type="submit"
        tone="main"
        keys="Enter"
        busy={send.isPending}
        because={may('mail.work')}
      >
        {t(sure ? 'send_sure' : 'send')}
      </Button>
    </form>
  );
}

/** The same in English, and what goes along. */
function Enclosed({ draft }: Pick<DraftProps, 'draft'>) {
  const t = useWords(words);
  const { originals, missing, statement, gloss } = draft;
  return (
    <>
      {gloss !== null && (
        <details className="text-sm text-ink-2">
          <summary>{t('gloss')}</summary>
          <p className="mt-1 whitespace-pre-wrap" lang="en">
            {gloss}
          </p>
        </details>
      )}
      <ul className="grid gap-0.5 text-sm text-ink-2">
        {originals.map(({ originalId, name }) => (
          <li key={originalId}>{name}</li>
        ))}
        {statement && <li>{t('with_statement')}</li>}
        {missing.length > 0 && (
          <li className="text-warn">{t('missing', { numbers: missing.join(', ') })}</li>
        )}
      </ul>
    </>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
