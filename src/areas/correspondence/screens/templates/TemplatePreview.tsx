/** What is wrong with a draft, and how it reads on a real account, in both languages. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { tryTemplate } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import type { Draft } from './TemplateEditor.tsx';
import { words } from './words.ts';

export function TemplatePreview({ draft }: { draft: Draft }) {
  const t = useWords(words);
  const [number, setNumber] = useState('');
  const whole = draft.key !== '' && draft.name.en !== '' && draft.name.es !== '';
  const account = useDeferredValue(number);
  const body = { ...draft, account: account === '' ? null : account };
  const tried = useQuery({
    queryKey: ['templates', 'try', body],
    enabled: whole && draft.wording.en.body !== '' && draft.wording.es.body !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(tryTemplate, { body, signal }),
  });
  const problems = tried.data?.problems ?? [];
  return (
    <section className="grid gap-2" aria-live="polite">
      <h2>{t('preview')}</h2>
      {tried.data !== undefined && (
        <p className={problems.length > 0 ? 'text-warn' : 'text-ink-2'}>
          {problems.length > 0 ? t('problems', { count: problems.length }) : t('no_problem')}
        </p>
      )}
      <ul className="grid gap-1 text-sm text-warn">
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>{problem.message}</li>
        ))}
      </ul>
      <RefusalNote error={tried.error} words={areaWords} />
      <TextField
        label={t('preview_on')}
        name="previewOn"
        value={number}
        autoComplete="off"
        onChange={(event) => setNumber(event.target.value.trim())}
      />
      {account === '' ? (
        <p className="text-sm text-ink-3">{t('preview_none')}</p>
      ) : (
        <div className="grid gap-x-5 gap-y-3 lg:grid-cols-2">
          {(['en', 'es'] as const).map((language) => {
            const filled = tried.data?.[language];
            return (
              <div key={language} lang={language}>
                <h3 className="text-sm font-[600]">{t(`preview_${language}`)}</h3>
                {filled ? (
                  <>
                    <p className="font-[600]">{filled.subject}</p>
                    <pre className="overflow-x-auto rounded-md bg-sunk p-3 font-mono text-sm whitespace-pre-wrap">
                      {filled.text}
                    </pre>
                  </>
                ) : (
                  <p className="text-sm text-ink-3">{t('not_filled')}</p>
                )}
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}
