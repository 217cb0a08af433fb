/**
 * The day whose close one looks at, and what was known then. When it is not today the page
 * says so in a band, because every figure on it is of that day.
 */
import { Popover as Radix } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { endOfMonth, parts, plusDays, plusMonths, startOfMonth, type Day } from '#kernel/day.ts';
import { Button } from './Button.tsx';
import { DayField } from './DayField.tsx';
import { FieldFrame, inputLook } from './Field.tsx';
import { useFigures } from './figures.ts';
import { useKeys } from './keys.ts';
import { useToday } from './language.tsx';
import { words } from './words.ts';
import { useWords } from './say.ts';

export type Times = { asOf?: string | undefined; knownAt?: string | undefined };
type Props = Times & { onPick: (times: Times) => void };

export function AsOfPicker({ asOf, knownAt, onPick }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const [open, setOpen] = useState(false);
  useKeys([{ key: 'd', phrase: t('as_of_key'), run: () => setOpen(true), group: 'show' }]);
  function pick(times: Times): void {
    setOpen(false);
    onPick(times);
  }
  const name = asOf === undefined ? t('as_of_today') : t('as_of', { day: figures.day(asOf) });
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <Button keys="d">{name}</Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={t('as_of_key')}
          align="end"
          sideOffset={6}
          collisionPadding={10}
          className="z-30 w-80 rounded-lg border border-line bg-surface p-4 shadow-[var(--shadow)]"
        >
          <AsOfForm asOf={asOf} knownAt={knownAt} onPick={pick} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function AsOfForm({ asOf, knownAt, onPick }: Props) {
  const t = useWords(words);
  const today = useToday();
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = form.get('asOf');
    const known = form.get('knownAt');
    onPick({
      asOf: typeof day === 'string' && day !== '' && day !== today ? day : undefined,
      knownAt: typeof known === 'string' && known !== '' ? instantOf(known) : undefined,
    });
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <DayField label={t('as_of_field')} name="asOf" defaultValue={asOf ?? today} />
      <div className="flex flex-wrap gap-1.5">
        {presets(today).map((preset) => (
          <Button key={preset.name} onClick={() => onPick({ asOf: preset.day, knownAt })}>
            {t(preset.name)}
          </Button>
        ))}
      </div>
      <FieldFrame label={t('known_at')} hint={t('known_at_hint')}>
        {({ id, describedBy }) => (
          <input
            id={id}
            name="knownAt"
            type="datetime-local"
            aria-describedby={describedBy}
            defaultValue={knownAt === undefined ? '' : localOf(knownAt)}
            className={inputLook}
          />
        )}
      </FieldFrame>
      <Button type="submit" tone="main">
        {t('show')}
      </Button>
    </form>
  );
}

/** The band that says the page is of another day. */
export function AsOfBand({ asOf, knownAt, onPick }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  if (asOf === undefined && knownAt === undefined) return null;
  const said = [
    asOf === undefined ? t('as_of_today') : t('as_of', { day: figures.longDay(asOf) }),
    ...(knownAt === undefined ? [] : [t('known_at_day', { moment: figures.moment(knownAt) })]),
  ];
  return (
    <p className="mb-3 flex flex-wrap items-center gap-3 rounded-md bg-warn-soft px-3 py-1.5 text-warn">
      <span className="font-[550]">{said.join(', ')}</span>
      <button
        type="button"
        className="no-print underline"
        onClick={() => onPick({ asOf: undefined, knownAt: undefined })}
      >
        {t('back_to_today')}
      </button>
    </p>
  );
}

function presets(today: Day) {
  const lastMonth = plusDays(startOfMonth(today), -1);
  const monthsIntoQuarter = (parts(today).month - 1) % 3;
  const lastQuarter = plusDays(startOfMonth(plusMonths(today, -monthsIntoQuarter)), -1);
  return [
    { name: 'end_last_month', day: lastMonth },
    { name: 'end_last_quarter', day: endOfMonth(lastQuarter) },
    { name: 'year_ago', day: plusMonths(today, -12) },
  ] as const;
}

function instantOf(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function localOf(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const two = (count: number): string => String(count).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
