/** Twelve questions of the first day, each with the usual answer filled in. */
import type { FormEvent } from 'react';
import { type Interview, interviewed, usualAnswers } from '#areas/strategies/rules/interview.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './interview-words.ts';

const kinds = ['trade', 'public', 'consumer', 'student', 'insurer', 'matter'] as const;
const days = ['courtesy', 'first', 'second', 'call', 'letter', 'final'] as const;

export function InterviewForm({ onWritten }: { onWritten: (text: string) => void }) {
  const t = useWords(words);
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onWritten(interviewed(readAnswers(new FormData(event.currentTarget))));
  }
  return (
    <form aria-label={t('interview')} onSubmit={send} className="grid max-w-[720px] gap-4">
      <p className="text-ink-2 text-pretty">{t('intro')}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        <Answer name="nameEn" />
        <Answer name="nameEs" />
        <Answer name="key" />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('kind')}
          name="kind"
          defaultValue={usualAnswers.kind}
          choices={kinds.map((value) => ({ value, name: t(`kind_${value}`) }))}
        />
        <Answer name="order" />
        <Answer name="currency" />
        <Answer name="minimum" />
        <Answer name="between" />
        <Answer name="approveAbove" />
      </div>
      <h2>{t('ladder')}</h2>
      <p className="-mt-2 text-sm text-ink-2">{t('ladder_hint')}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {days.map((name) => (
          <Answer key={name} name={name} />
        ))}
      </div>
      <div>
        <Button type="submit" tone="main">
          {t('write')}
        </Button>
      </div>
    </form>
  );
}

function Answer({ name }: { name: Exclude<keyof Interview, 'kind'> }) {
  const t = useWords(words);
  return <TextField label={t(name)} name={name} defaultValue={usualAnswers[name]} />;
}

function readAnswers(form: FormData): Interview {
  const said = (name: keyof Interview): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    key: said('key'),
    nameEn: said('nameEn'),
    nameEs: said('nameEs'),
    kind: said('kind'),
    order: said('order'),
    currency: said('currency').toUpperCase(),
    minimum: said('minimum'),
    between: said('between'),
    courtesy: said('courtesy'),
    first: said('first'),
    second: said('second'),
    call: said('call'),
    letter: said('letter'),
    final: said('final'),
    approveAbove: said('approveAbove'),
  };
}
