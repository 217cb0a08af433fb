/** Naming the book of record: which system, since when, and what its file needs. */
import { useState } from 'react';
import { nameBookOfRecord, type WireBook } from '#areas/cash/contract/book-of-record.ts';
import { type TypedBook as Typed, typedBook } from '#areas/cash/contract/typed-book.ts';
import { bookSystems, standardMapping } from '#areas/cash/rules/book-of-record/book.ts';
import { writeColumns } from '#areas/cash/rules/book-of-record/columns.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { type FieldErrors, useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type System = WireBook['book']['system'];
type Settings<S extends System> = Extract<WireBook['book'], { system: S }>['settings'];

export function NameBookForm({ book, onClose }: { book: WireBook; onClose: () => void }) {
  const t = useWords(words);
  const [system, setSystem] = useState<System>(book.book.system);
  const name = useCashWrite(
    (wish: Typed) =>
      call(nameBookOfRecord, {
        body: {
          company: book.company,
          since: wish.since,
          reason: wish.reason,
          book: bookFrom(wish),
        },
      }),
    onClose,
  );
  const form = useForm(typedBook, (body) => name.mutate(body));
  const choose = (value: string): void => {
    setSystem(bookSystems.find((known) => known === value) ?? 'ours');
  };
  return (
    <Dialog title={t('name')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('system')}
          name="system"
          value={system}
          onChange={(event) => choose(event.target.value)}
          choices={bookSystems.map((value) => ({ value, name: t(`system_${value}`) }))}
          autoFocus
        />
        <SettingsFields key={system} system={system} book={book.book} errors={form.errors} />
        <DayField label={t('since')} name="since" error={form.errors.since} />
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={name.error} words={areaWords} />
        <Button type="submit" tone="main" busy={name.isPending}>
          {t('name')}
        </Button>
      </form>
    </Dialog>
  );
}

function bookFrom(wish: Typed): WireBook['book'] {
  if (wish.system === 'ours') return { system: 'ours', settings: null };
  const { since: _since, reason: _reason, ...named } = wish;
  if (named.system === 'csv') {
    const { system, ...settings } = named;
    return { system, settings: { ...settings, header: true } };
  }
  if (named.system === 'oracle') {
    const { system, ...settings } = named;
    return { system, settings };
  }
  const { system, ...settings } = named;
  return { system, settings };
}

type FieldsProps = { system: System; book: WireBook['book']; errors: FieldErrors };

function SettingsFields({ system, book, errors }: FieldsProps) {
  if (system === 'csv') {
    return <CsvFields now={book.system === 'csv' ? book.settings : undefined} errors={errors} />;
  }
  const now = book.system === system ? { ...book.settings } : {};
  if (system === 'oracle') return <Texts names={oracleFields} now={now} errors={errors} />;
  if (system === 'dynamics') return <Texts names={dynamicsFields} now={now} errors={errors} />;
  return null;
}

const oracleFields = ['lockbox', 'origin', 'destination'] as const;
const dynamicsFields = [
  'company',
  'journal',
  'bankAccount',
  'discountAccount',
  'writeOffAccount',
  'clearingAccount',
] as const;
type TextsProps = {
  names: readonly (typeof oracleFields | typeof dynamicsFields)[number][];
  now: Readonly<
    Partial<Record<(typeof oracleFields | typeof dynamicsFields)[number], string | undefined>>
  >;
  errors: FieldErrors;
};

function Texts({ names, now, errors }: TextsProps) {
  const t = useWords(words);
  return names.map((name) => (
    <TextField
      key={name}
      label={t(name)}
      name={name}
      defaultValue={now[name] ?? ''}
      error={errors[name]}
    />
  ));
}

function CsvFields({ now, errors }: { now: Settings<'csv'> | undefined; errors: FieldErrors }) {
  const t = useWords(words);
  const settings = now ?? standardMapping;
  return (
    <>
      <AreaField
        label={t('columns')}
        hint={t('columns_hint')}
        name="columns"
        rows={9}
        defaultValue={writeColumns(settings.columns)}
        error={errors.columns}
      />
      <SelectField
        label={t('delimiter')}
        name="delimiter"
        defaultValue={settings.delimiter}
        choices={[',', ';', '|', '\t'].map((value) => ({
          value,
          name: value === '\t' ? t('delimiter_tab') : value,
        }))}
      />
      <SelectField
        label={t('decimal')}
        name="decimal"
        defaultValue={settings.decimal}
        choices={['.', ','].map((value) => ({ value, name: value }))}
      />
      <SelectField
        label={t('days')}
        name="days"
        defaultValue={settings.days}
        choices={(['iso', 'mdy', 'dmy'] as const).map((value) => ({
          value,
          name: t(`days_${value}`),
        }))}
      />
    </>
  );
}
