/** What a template is called, in both languages, and what it is for. */
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { templateChannels } from '../../rules/templates/template.ts';
import type { Draft } from './TemplateEditor.tsx';
import { words } from './words.ts';

type Props = {
  draft: Draft;
  /** The key of one that exists stays. */
  fixed: boolean;
  onChange: (draft: Draft) => void;
};

export function TemplateHead({ draft, fixed, onChange }: Props) {
  const t = useWords(words);
  return (
    <div className="grid gap-3.5 sm:grid-cols-4">
      <TextField
        label={t('key')}
        name="key"
        value={draft.key}
        readOnly={fixed}
        onChange={(event) => onChange({ ...draft, key: event.target.value })}
      />
      <SelectField
        label={t('channel')}
        name="channel"
        value={draft.channel}
        onChange={(event) => {
          const channel = templateChannels.find((each) => each === event.target.value);
          if (channel) onChange({ ...draft, channel });
        }}
        choices={templateChannels.map((value) => ({ value, name: t(`channel_${value}`) }))}
      />
      {(['en', 'es'] as const).map((language) => (
        <TextField
          key={language}
          label={t(`name_${language}`)}
          name={`name_${language}`}
          value={draft.name[language]}
          onChange={(event) =>
            onChange({ ...draft, name: { ...draft.name, [language]: event.target.value } })
          }
        />
      ))}
    </div>
  );
}
