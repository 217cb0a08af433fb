/** Both bodies of a template while they are written: judged and read on an account as one types. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { proposeTemplate, type WireTemplate } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { FieldFrame, inputLook, TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { FieldList } from './FieldList.tsx';
import { TemplateHead } from './TemplateHead.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { words } from './words.ts';

export type Draft = Pick<
  WireTemplate,
  'key' | 'channel' | 'purpose' | 'packs' | 'name' | 'wording'
>;

const both = ['en', 'es'] as const;

export function TemplateEditor({ from }: { from: Draft }) {
  const t = useWords(words);
  const forbidden = useMay()('templates.write');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(from);
  const later = useDeferredValue(draft);
  const propose = useMutation({
    mutationFn: (told: { reason: string; expiresOn: string | null }) =>
      call(proposeTemplate, { body: { ...draft, ...told } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['templates'] });
      say({ text: t('proposed_said') });
    },
  });
  const word: OnWord = (language, part, text) =>
    setDraft((before) => {
      const wording = { ...before.wording[language], [part]: text };
      return { ...before, wording: { ...before.wording, [language]: wording } };
    });
  return (
    <form
      noValidate
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        const told = new FormData(event.currentTarget);
        const expiresOn = typed(told, 'expiresOn');
        propose.mutate({ reason: typed(told, 'reason'), expiresOn: expiresOn || null });
      }}
    >
      <TemplateHead draft={draft} fixed={from.key !== ''} onChange={setDraft} />
      <Bodies draft={draft} onWord={word} />
      {forbidden === undefined && <TemplatePreview draft={later} />}
      <FieldList />
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField label={t('reason')} name="reason" />
        <DayField label={t('expires')} name="expiresOn" />
      </div>
      <RefusalNote error={propose.error} words={areaWords} />
      <div>
        <Button type="submit" tone="main" because={forbidden} busy={propose.isPending}>
          {t('propose')}
        </Button>
      </div>
    </form>
  );
}

function typed(told: FormData, name: string): string {
  const value = told.get(name);
  return typeof value === 'string' ? value : '';
}

type OnWord = (language: 'en' | 'es', part: 'subject' | 'body', text: string) => void;

/** The two bodies side by side; what is texted or spoken has no subject. */
function Bodies({ draft, onWord }: { draft: Draft; onWord: OnWord }) {
  const t = useWords(words);
  const spoken = draft.channel === 'sms' || draft.channel === 'call';
  return (
    <div className="grid gap-x-5 gap-y-3.5 lg:grid-cols-2">
      {both.map((language) => (
        <div key={language} className="grid content-start gap-3.5">
          {!spoken && (
            <TextField
              label={t(`subject_${language}`)}
              name={`subject_${language}`}
              value={draft.wording[language].subject}
              onChange={(event) => onWord(language, 'subject', event.target.value)}
            />
          )}
          <FieldFrame label={t(`body_${language}`)}>
            {({ id }) => (
              <textarea
                id={id}
                lang={language}
                rows={14}
                value={draft.wording[language].body}
                onChange={(event) => onWord(language, 'body', event.target.value)}
                className={`${inputLook} py-2 font-mono text-sm`}
              />
            )}
          </FieldFrame>
        </div>
      ))}
    </div>
  );
}
