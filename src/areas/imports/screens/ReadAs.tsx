/** What the file was taken for and how it is read, open to correction. */
import { importKinds } from '#areas/imports/contract.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { FieldFrame, inputLook } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Preview, Settings } from './upload-data.ts';
import { words } from './words.ts';

type Props = { preview: Preview; onAdjust: (change: Settings) => void; busy: boolean };

export function ReadAs({ preview, onAdjust, busy }: Props) {
  const t = useWords(words);
  const { settings, notes } = preview;
  const companies = useReaderCompanies();
  const choice = (text: string) => (text === '' ? undefined : text);
  return (
    <section aria-busy={busy}>
      <h2 className="mb-2">{t('settings')}</h2>
      <div className="grid gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Setting
          label={t('taken_for')}
          on={preview.kind ?? ''}
          choices={importKinds.map((value) => [value, t(`kind_${value}`)])}
          none={t('kind_unknown')}
          onPick={(value) => onAdjust({ kind: importKinds.find((kind) => kind === value) })}
        />
        <Setting
          label={t('company')}
          on={settings.company ?? ''}
          choices={companies.map(({ code, name }) => [code, name])}
          none={t('as_found')}
          onPick={(company) => onAdjust({ company: choice(company) })}
        />
        <CurrencySetting
          on={settings.currency ?? ''}
          onPick={(currency) => onAdjust({ currency })}
        />
        <Setting
          label={t('date_order')}
          on={settings.dateOrder ?? ''}
          choices={(['ymd', 'dmy', 'mdy'] as const).map((value) => [value, t(`choice_${value}`)])}
          none={t('as_found')}
          onPick={(value) => onAdjust({ dateOrder: dateOrder(value) })}
        />
        <Setting
          label={t('decimal_mark')}
          on={settings.decimalMark ?? ''}
          choices={[
            ['.', t('choice_point')],
            [',', t('choice_comma')],
          ]}
          none={t('as_found')}
          onPick={(value) =>
            onAdjust({ decimalMark: value === ',' ? ',' : value === '.' ? '.' : undefined })
          }
        />
      </div>
      <ReadNotes preview={preview} notes={notes} />
    </section>
  );
}

function ReadNotes({ preview, notes }: { preview: Preview; notes: readonly string[] }) {
  const t = useWords(words);
  const { preset, encoding, delimiter } = preview;
  const mark = delimiter === '\t' ? t('mark_tab') : delimiter;
  const facts = [
    ...(preset === null ? [] : [t('preset', { name: preset })]),
    t('encoding', { name: encoding }),
    ...(mark === null ? [] : [t('separated', { mark })]),
  ];
  return (
    <div className="mt-3 text-sm text-ink-2">
      <p>{facts.join(' · ')}</p>
      {notes.length > 0 && (
        <ul aria-label={t('notes')} className="mt-1 list-inside list-disc">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type SettingProps = {
  label: string;
  on: string;
  choices: readonly (readonly [string, string])[];
  none: string;
  onPick: (value: string) => void;
};

function Setting({ label, on, choices, none, onPick }: SettingProps) {
  return (
    <FieldFrame label={label}>
      {({ id }) => (
        <select
          id={id}
          value={on}
          className={inputLook}
          onChange={(event) => onPick(event.target.value)}
        >
          <option value="">{none}</option>
          {choices.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function CurrencySetting({
  on,
  onPick,
}: {
  on: string;
  onPick: (currency: string | undefined) => void;
}) {
  const t = useWords(words);
  return (
    <FieldFrame label={t('currency')}>
      {({ id }) => (
        <input
          id={id}
          key={on}
          defaultValue={on}
          maxLength={3}
          placeholder={t('as_found')}
          className={`${inputLook} uppercase placeholder:normal-case`}
          onBlur={(event) => {
            const code = event.target.value.trim().toUpperCase();
            if (code === on) return;
            if (code === '') onPick(undefined);
            else if (/^[A-Z]{3}$/u.test(code)) onPick(code);
          }}
        />
      )}
    </FieldFrame>
  );
}

function dateOrder(text: string): Settings['dateOrder'] {
  return text === 'ymd' || text === 'dmy' || text === 'mdy' ? text : undefined;
}
