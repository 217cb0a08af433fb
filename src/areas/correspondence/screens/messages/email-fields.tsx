/** The choices of an e-mail: to whom, from which template, in which language, with what. */
import { useQuery } from '@tanstack/react-query';
import { templates } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { CheckField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export type Recipient = {
  contactId: string;
  name: string;
  email: string | null;
  language: 'en' | 'es';
};

type Pick<Value> = { value: Value; onPick: (value: Value) => void };

export function Recipients({
  reachable,
  value,
  onPick,
}: Pick<string> & { reachable: readonly Recipient[] }) {
  const t = useWords(words);
  return (
    <SelectField
      label={t('to')}
      name="contactId"
      value={value}
      onChange={(event) => onPick(event.target.value)}
      choices={reachable.map((each) => ({
        value: each.contactId,
        name: `${each.name} · ${each.email ?? ''}`,
      }))}
    />
  );
}

export function LanguagePick({ value, onPick }: Pick<'en' | 'es'>) {
  const t = useWords(words);
  return (
    <SelectField
      label={t('letter_language')}
      name="language"
      value={value}
      onChange={(event) => onPick(event.target.value === 'es' ? 'es' : 'en')}
      choices={(['en', 'es'] as const).map((each) => ({ value: each, name: t(`lang_${each}`) }))}
    />
  );
}

/** The e-mail templates by their names, and one's own words. */
export function TemplatePick({ value, onPick }: Pick<string>) {
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

type AttachedProps = {
  files: readonly { id: string; name: string }[];
  /** Those that do not go. */
  left: readonly string[];
  onLeft: (left: readonly string[]) => void;
};

/** The originals that go with it, each of which may be left out. */
export function Attached({ files, left, onLeft }: AttachedProps) {
  const t = useWords(words);
  if (files.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-sm font-[550] text-ink-2">{t('attached')}</legend>
      {files.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={!left.includes(id)}
          onChange={(event) =>
            onLeft(event.target.checked ? left.filter((each) => each !== id) : [...left, id])
          }
        />
      ))}
    </fieldset>
  );
}
