/** The company's calendar of a year: the holidays it keeps and the days it is closed besides. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  addClosing,
  calendarBases,
  chooseCalendar,
  companyCalendar,
  removeClosing,
} from '#areas/team/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './calendar-words.ts';
import { useReaderCompanies } from './companies.ts';

type Calendar = Answer<typeof companyCalendar>;

export function CalendarPanel() {
  const t = useWords(words);
  const why = useWhy();
  const companies = useReaderCompanies();
  const thisYear = Number(useToday().slice(0, 4));
  const [chosen, choose] = useState<string | undefined>(undefined);
  const [year, turnTo] = useState(thisYear);
  const code = chosen ?? companies[0]?.code;
  const calendar = useQuery({
    queryKey: ['calendar', code, year],
    enabled: code !== undefined,
    queryFn: ({ signal }) =>
      call(companyCalendar, { params: { code: code ?? '' }, query: { year }, signal }),
  });
  return (
    <section className="mt-7 max-w-[760px]" aria-labelledby="company-calendar">
      <div className="mb-2 flex flex-wrap items-end gap-2">
        <h2 id="company-calendar" className="mr-auto">
          {t('calendar', { year })}
        </h2>
        {companies.length > 1 && (
          <SelectField
            label={t('company')}
            name="calendar-company"
            value={code ?? ''}
            onChange={(event) => choose(event.target.value)}
            choices={companies.map((each) => ({ value: each.code, name: each.name }))}
          />
        )}
        <Button onClick={() => turnTo(year - 1)}>{t('year_before')}</Button>
        <Button onClick={() => turnTo(year + 1)}>{t('year_after')}</Button>
      </div>
      {calendar.isPending && <Bones lines={4} gap={12} />}
      {calendar.isError && (
        <Failed why={why(calendar.error)} onRetry={() => void calendar.refetch()} />
      )}
      {calendar.data !== undefined && <Year key={code} calendar={calendar.data} />}
    </section>
  );
}

function Year({ calendar }: { calendar: Calendar }) {
  const t = useWords(words);
  const forbidden = useMay()('team.keep_calendar');
  const [open, setOpen] = useState<'closing' | 'base' | null>(null);
  const days = [
    ...calendar.holidays.map(({ on, name }) => ({ on, name: t(name), own: false })),
    ...calendar.closings.map(({ on, name }) => ({ on, name, own: true })),
  ].toSorted((one, other) => one.on.localeCompare(other.on));
  return (
    <>
      <p className="mb-2 text-ink-2">{t(`keeps_${calendar.base}`)}</p>
      <ul className="mb-3 divide-y divide-line rounded-md border border-line bg-surface">
        {days.length === 0 && <li className="px-3 py-2 text-ink-2">{t('no_days')}</li>}
        {days.map((day) => (
          <ClosedDay key={`${day.on} ${day.name}`} code={calendar.company} day={day} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button because={forbidden} onClick={() => setOpen('closing')}>
          {t('close_a_day')}
        </Button>
        <Button because={forbidden} onClick={() => setOpen('base')}>
          {t('change_base')}
        </Button>
      </div>
      {open === 'closing' && <ClosingForm calendar={calendar} onClose={() => setOpen(null)} />}
      {open === 'base' && <BaseForm calendar={calendar} onClose={() => setOpen(null)} />}
    </>
  );
}

type ClosedDayProps = { code: string; day: { on: string; name: string; own: boolean } };

function ClosedDay({ code, day: { on, name, own } }: ClosedDayProps) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const forbidden = useMay()('team.keep_calendar');
  const changed = useCalendarChanged();
  const passed = on < useToday();
  const takeBack = useMutation({
    mutationFn: () =>
      call(removeClosing, { params: { code, on }, body: { reason: t('open_after_all') } }),
    onSuccess: () => {
      changed();
      say({ text: t('opened') });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 px-3 py-1.5">
      <span className="w-44">{figures.longDay(on)}</span>
      <span className="mr-auto">{name}</span>
      {own && !passed && (
        <Button
          tone="quiet"
          because={forbidden}
          busy={takeBack.isPending}
          onClick={() => takeBack.mutate()}
          aria-label={t('open_on', { name })}
        >
          {t('open_after_all')}
        </Button>
      )}
    </li>
  );
}

type FormProps = { calendar: Calendar; onClose: () => void };

function ClosingForm({ calendar: { company }, onClose }: FormProps) {
  const t = useWords(words);
  const changed = useCalendarChanged();
  const close = useMutation({
    mutationFn: (body: { on: string; name: string }) =>
      call(addClosing, { params: { code: company }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('closed') });
      onClose();
    },
  });
  const form = useForm(addClosing, (body) => close.mutate(body));
  return (
    <Dialog title={t('close_a_day')} sub={t('close_why')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <DayField label={t('day')} name="on" error={form.errors['on']} />
        <TextField label={t('occasion')} name="name" error={form.errors['name']} />
        <RefusalNote error={close.error} words={areaWords} />
        <Button type="submit" tone="main" busy={close.isPending}>
          {t('close_a_day')}
        </Button>
      </form>
    </Dialog>
  );
}

function BaseForm({ calendar: { company, base }, onClose }: FormProps) {
  const t = useWords(words);
  const changed = useCalendarChanged();
  const keep = useMutation({
    mutationFn: (body: { base: Calendar['base']; reason: string }) =>
      call(chooseCalendar, { params: { code: company }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('kept') });
      onClose();
    },
  });
  const form = useForm(chooseCalendar, (body) => keep.mutate(body));
  return (
    <Dialog title={t('change_base')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('keeps')}
          name="base"
          defaultValue={base}
          choices={calendarBases.map((value) => ({ value, name: t(`keeps_${value}`) }))}
        />
        <TextField label={t('reason')} name="reason" error={form.errors['reason']} />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button type="submit" tone="main" busy={keep.isPending}>
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  );
}

function useCalendarChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['calendar'] });
}
