/** The two moments compared: usual openings by name, any other by its day and knowledge. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { compareMoments } from '#areas/reports/contract/compare.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FieldFrame, inputLook } from '#web/ui/Field.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import type { CompareSearch, CompareSearchChange } from './figures.ts';
import { words } from './words.ts';

type Shown = { from: { asOf: string }; to: { asOf: string } };
type Props = { search: CompareSearch; shown: Shown | undefined; onSearch: CompareSearchChange };

export function MomentsPicker({ search, shown, onSearch }: Props) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const usual = useQuery({
    queryKey: ['aging', 'compare', 'moments', search.company],
    queryFn: ({ signal }) => call(compareMoments, { query: { company: search.company }, signal }),
  });
  useKeys([{ key: 'd', phrase: t('moments'), run: () => setOpen(true), group: 'show' }]);
  const moments = usual.data?.moments ?? [];
  const chosen = moments.find(
    ({ asOf, knownAt, to }) =>
      search.to === to?.asOf &&
      search.toKnown === to?.knownAt &&
      asOf === shown?.from.asOf &&
      (knownAt ?? undefined) === search.fromKnown,
  );
  function pick(name: string): void {
    const moment = moments.find((each) => each.name === name);
    if (moment === undefined) return setOpen(true);
    onSearch({
      from: moment.asOf,
      fromKnown: moment.knownAt ?? undefined,
      to: moment.to?.asOf,
      toKnown: moment.to?.knownAt,
    });
  }
  return (
    <>
      <Picker
        label={t('since')}
        on={chosen?.name ?? 'other'}
        choices={[
          ...moments.map(({ name, period }) => ({
            value: name,
            name: t(`since_${name}`, { period: period ?? '' }),
          })),
          { value: 'other' as const, name: t('since_other') },
        ]}
        onPick={pick}
      />
      <Button keys="d" onClick={() => setOpen(true)}>
        {t('moments')}
      </Button>
      {open && (
        <Dialog title={t('moments')} shape="middle" onClose={() => setOpen(false)}>
          <MomentsForm
            search={search}
            shown={shown}
            onSearch={(change) => {
              setOpen(false);
              onSearch(change);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function MomentsForm({ search, shown, onSearch }: Props) {
  const t = useWords(words);
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string | undefined => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    onSearch({
      from: text('from'),
      fromKnown: instantOf(text('fromKnown')),
      to: text('to'),
      toKnown: instantOf(text('toKnown')),
    });
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <DayField label={t('from')} name="from" defaultValue={shown?.from.asOf ?? ''} />
      <Known name="fromKnown" label={t('from_known')} value={search.fromKnown} />
      <DayField label={t('to')} name="to" defaultValue={shown?.to.asOf ?? ''} />
      <Known name="toKnown" label={t('to_known')} value={search.toKnown} />
      <Button type="submit" tone="main" keys="Enter">
        {t('show')}
      </Button>
    </form>
  );
}

function Known({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value?: string | undefined;
}) {
  const t = useWords(words);
  return (
    <FieldFrame label={label} hint={t('known_hint')}>
      {({ id, describedBy }) => (
        <input
          id={id}
          name={name}
          type="datetime-local"
          aria-describedby={describedBy}
          defaultValue={value === undefined ? '' : localOf(value)}
          className={inputLook}
        />
      )}
    </FieldFrame>
  );
}

function instantOf(local: string | undefined): string | undefined {
  if (local === undefined) return undefined;
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
