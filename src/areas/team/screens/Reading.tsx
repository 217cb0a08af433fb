/** The language and the light of the desk. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isLanguage, type Language } from '#kernel/words.ts';
import { type Me, setLanguage } from '#areas/team/contract.ts';
import { call } from '#web/api.ts';
import { SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { setTheme, themes, useTheme } from '#web/ui/theme.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function Reading() {
  const t = useWords(words);
  const language = useLanguage();
  const theme = useTheme();
  const speak = useSetLanguage();
  return (
    <section aria-labelledby="reading">
      <h2 id="reading" className="mb-2">
        {t('reading')}
      </h2>
      <div className="grid gap-3.5 sm:grid-cols-2">
        <SelectField
          label={t('language')}
          name="language"
          value={language}
          onChange={({ target }) => isLanguage(target.value) && speak.mutate(target.value)}
          choices={[
            { value: 'en', name: 'English' },
            { value: 'es', name: 'Español' },
          ]}
        />
        <SelectField
          label={t('theme')}
          name="theme"
          value={theme}
          onChange={({ target }) =>
            setTheme(themes.find((known) => known === target.value) ?? 'system')
          }
          choices={themes.map((value) => ({ value, name: t(`theme_${value}`) }))}
        />
      </div>
      <RefusalNote error={speak.error} words={areaWords} />
    </section>
  );
}

function useSetLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => call(setLanguage, { body: { language } }),
    onSuccess: ({ language }) =>
      queries.setQueryData<Me | null>(['session'], (me) => (me ? { ...me, language } : me)),
  });
}
