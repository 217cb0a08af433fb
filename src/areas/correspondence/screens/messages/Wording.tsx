/** Subject and text as they will go: the template's words until somebody types others. */
import { FieldFrame, inputLook } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export type Worded = { subject: string; text: string };

type Props = {
  worded: Worded | undefined;
  busy: boolean;
  onChange: (worded: Worded) => void;
};

export function Wording({ worded, busy, onChange }: Props) {
  const t = useWords(words);
  const { subject, text } = worded ?? { subject: '', text: '' };
  return (
    <>
      <FieldFrame label={t('subject')}>
        {({ id }) => (
          <input
            id={id}
            name="subject"
            value={subject}
            aria-busy={busy}
            onChange={(event) => onChange({ subject: event.target.value, text })}
            className={inputLook}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('text')}>
        {({ id }) => (
          <textarea
            id={id}
            name="text"
            rows={14}
            value={text}
            aria-busy={busy}
            onChange={(event) => onChange({ subject, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.currentTarget.form?.requestSubmit();
              }
            }}
            className={`${inputLook} py-2 font-mono text-sm`}
          />
        )}
      </FieldFrame>
    </>
  );
}
