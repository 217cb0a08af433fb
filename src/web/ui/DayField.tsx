/** A day in plain words, with the day it was read as beside it; a calendar for who prefers one. */
import { useRef, useState } from 'react';
import { FieldFrame, inputLook } from './Field.tsx';
import { useFigures } from './figures.ts';
import { useToday } from './language.tsx';
import { words } from './words.ts';
import { readDay } from './plain-day.ts';
import { useWords } from './say.ts';

type Props = {
  label: string;
  name: string;
  defaultValue?: string;
  error?: string | undefined;
  onDay?: (day: string | undefined) => void;
};

export function DayField({ label, name, defaultValue = '', error, onDay }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => figures.typedDay(defaultValue));
  const day = readDay(text, today);
  const read =
    day === undefined ? t('day_hint') : `${figures.longDay(day)} · ${figures.fromToday(day)}`;
  const unread = text !== '' && day === undefined ? t('day_unread') : undefined;
  function change(next: string): void {
    setText(next);
    onDay?.(readDay(next, today));
  }
  return (
    <FieldFrame label={label} hint={unread ?? read} error={error && (unread ?? error)}>
      {({ id, describedBy }) => (
        <span className="relative block">
          <input
            id={id}
            data-field={name}
            autoComplete="off"
            value={text}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => change(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={error !== undefined || undefined}
            className={`${inputLook} pr-10`}
          />
          <button
            type="button"
            aria-label={t('calendar')}
            onClick={() => picker.current?.showPicker()}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-3 hover:text-ink"
          >
            <CalendarMark />
          </button>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={day ?? ''}
            onChange={(event) => change(figures.typedDay(event.target.value))}
            className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
          />
          <input type="hidden" name={name} value={day ?? ''} />
        </span>
      )}
    </FieldFrame>
  );
}

function CalendarMark() {
  return (
    <svg viewBox="0 0 16 16" width="15" height="15" fill="none" stroke="currentColor" aria-hidden>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 2v3M10.5 2v3" />
    </svg>
  );
}
