/** Come back later, said in plain words; four common answers stand ready. */
import { useState } from 'react';
import type { Day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { deskMoment } from '#kernel/local-time.ts';
import { parseSnooze } from '#areas/worklist/rules/snooze.ts';
import { snooze } from '#areas/worklist/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage, useToday } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSnooze, type Worked } from './work-actions.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

const ready = [
  { name: 'snooze_tomorrow', until: 'tomorrow' },
  { name: 'snooze_2d', until: '2d' },
  { name: 'snooze_monday', until: 'mon 9' },
  { name: 'snooze_week', until: '1w' },
] as const;

type Props = {
  work: Worked;
  /** The code of the account's company, whose clock says when nine o'clock is. */
  company: string;
  onNext: (accountId: string | null) => void;
  onClose: () => void;
};

export function SnoozeForm({ work, company, onNext, onClose }: Props) {
  const t = useWords(words);
  const put = useSnooze(work, {
    onNext: (next) => {
      onClose();
      onNext(next);
    },
  });
  const form = useForm(snooze, (body) => put.mutate(body));
  return (
    <Dialog title={t('snooze_title')} sub={work.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <UntilField company={company} error={form.errors.until} />
        <div className="flex flex-wrap gap-1.5">
          {ready.map(({ name, until }) => (
            <Button key={name} busy={put.isPending} onClick={() => put.mutate({ until, note: '' })}>
              {t(name)}
            </Button>
          ))}
        </div>
        <TextField label={t('done_note')} name="note" />
        <RefusalNote error={put.error} words={areaWords} />
        <Button type="submit" tone="main" keys="Enter" busy={put.isPending}>
          {t('snooze')}
        </Button>
      </form>
    </Dialog>
  );
}

/** The words, and the moment as which they are read; the server has the last word. */
function UntilField({ company, error }: { company: string; error: string | undefined }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const today = useToday();
  const [text, setText] = useState('');
  const zone = useReaderCompanies().find(({ code }) => code === company)?.zone ?? ownZone;
  const read = parseSnooze(text, { at: deskNow(today, zone), zone, language });
  const hint = read.ok ? `${figures.longDay(read.value)}, ${figures.time(read.value)}` : undefined;
  return (
    <TextField
      label={t('snooze_until')}
      name="until"
      autoFocus
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      hint={hint ?? t('snooze_hint')}
      error={error}
    />
  );
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function deskNow(today: Day, zone: string): Instant {
  return deskMoment(instant(new Date().toISOString()), today, zone);
}
