/** Files dropped, what they say, and the button that takes them in. */
import { Button } from '#web/ui/Button.tsx';
import { DropZone } from '#web/ui/DropZone.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { FilePreview } from './FilePreview.tsx';
import { type Intake, type Question, type Said, useIntake } from './intake-data.ts';
import { words } from './words.ts';

type Props = {
  title: string;
  query: Readonly<Record<string, string | undefined>>;
  onTaken?: (intake: Intake) => void;
};

export function DropFiles({ title, query, onTaken }: Props) {
  const t = useWords(words);
  const intake = useIntake(query, (taken) => {
    const added = taken.files.reduce((sum, each) => sum + each.added, 0);
    const held = taken.files.filter(({ state }) => state === 'waiting' || state === 'quarantined');
    if (held.length > 0) say({ text: t('held_said', { count: held.length }) });
    else say({ text: t('taken_said', { count: added }) });
    onTaken?.(taken);
  });
  const { count, preview } = intake;
  return (
    <div className="mb-6 grid gap-3">
      <DropZone
        title={title}
        why={t('drop_why')}
        choose={t('choose')}
        accept=""
        multiple
        busy={intake.reading ? t('reading', { count }) : null}
        onFiles={intake.drop}
      />
      <RefusalNote error={intake.error} words={areaWords} />
      {intake.question && <Ask question={intake.question} onAnswer={intake.answer} />}
      {preview !== undefined && (
        <section aria-label={t('preview')} className="grid gap-3">
          {preview.files.map((file) => (
            <FilePreview key={`${file.container ?? ''} ${file.fileName}`} file={file} />
          ))}
          <div className="flex gap-2">
            <Button tone="main" busy={intake.taking} onClick={intake.takeIn}>
              {t('take_in', { count: preview.files.length })}
            </Button>
            <Button onClick={intake.leave}>{t('leave')}</Button>
          </div>
        </section>
      )}
    </div>
  );
}

type AskProps = { question: Question; onAnswer: (said: Said) => void };

/** One question at a time; the answer is kept for the next file of this bank. */
function Ask({ question, onAnswer }: AskProps) {
  const t = useWords(words);
  const { option, field, choices } = question;
  return (
    <form
      className="flex max-w-[460px] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get('answer');
        const answer = typeof given === 'string' ? given.trim() : '';
        if (answer === '') return;
        onAnswer({ [option]: option === 'columns' ? `${field}=${answer}` : answer });
      }}
    >
      {choices.length > 0 ? (
        <select name="answer" aria-label={t('answer')} className={inputLook}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input name="answer" aria-label={t('answer')} className={inputLook} />
      )}
      <Button type="submit">{t('answer')}</Button>
    </form>
  );
}
