/** The parts of a strategy that most people change, as fields; the rest is in the text. */
import {
  type FormFields,
  type Path,
  withField,
  withStep,
} from '#areas/strategies/rules/editing.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { useNames } from './editor-data.ts';
import { StepFieldset } from './StepFieldset.tsx';
import { words } from './words.ts';

type Props = {
  /** Undefined while the text does not read. */
  form: FormFields | undefined;
  text: string;
  forbidden: string | undefined;
  onChange: (text: string) => void;
};

export function StrategyForm({ form, text, forbidden, onChange }: Props) {
  const t = useWords(words);
  const templates = useNames().data?.templates ?? [];
  if (form === undefined) {
    return (
      <p className="rounded-md bg-sunk px-3 py-6 text-center text-ink-2">{t('form_unread')}</p>
    );
  }
  const set = (path: Path, value: unknown): void => onChange(withField(text, path, value));
  const off = { disabled: forbidden !== undefined };
  return (
    <form
      aria-label={t('form')}
      className="grid min-w-0 gap-3"
      onSubmit={(e) => e.preventDefault()}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          {...off}
          label={t('name_en')}
          name="nameEn"
          value={form.nameEn}
          onChange={(event) => set(['name', 'en'], event.target.value)}
        />
        <TextField
          {...off}
          label={t('name_es')}
          name="nameEs"
          value={form.nameEs}
          onChange={(event) => set(['name', 'es'], event.target.value)}
        />
        <TextField
          {...off}
          label={t('order_long')}
          name="order"
          inputMode="numeric"
          value={form.order}
          onChange={(event) => set(['segment', 'order'], event.target.value)}
        />
        <TextField
          {...off}
          label={t('between')}
          name="between"
          inputMode="numeric"
          value={form.betweenNotices}
          onChange={(event) => set(['between_notices'], event.target.value)}
        />
        <SelectField
          {...off}
          label={t('level')}
          name="level"
          value={form.level}
          choices={(['account', 'invoice'] as const).map((value) => ({
            value,
            name: t(`level_${value}`),
          }))}
          onChange={(event) => set(['level'], event.target.value)}
        />
        {form.minimum.map(({ currency, amount }, index) => (
          <TextField
            {...off}
            // A minimum has no name but its place; two of one currency are refused.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            label={t('minimum_in', { currency })}
            name={`minimum-${index}`}
            inputMode="decimal"
            value={amount}
            onChange={(event) => set(['minimum', index, 'amount'], event.target.value)}
          />
        ))}
      </div>
      <CheckField
        {...off}
        label={t('net_credits')}
        checked={form.netCredits}
        onChange={(event) => set(['net_credits'], event.target.checked)}
      />
      <h2>{t('steps')}</h2>
      <ol className="grid gap-2">
        {form.steps.map((step, index) => (
          // The key of a step may be half typed or missing; its place is its name here.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <StepFieldset
              step={step}
              templates={templates}
              forbidden={forbidden}
              onSet={(field, value) => set(['steps', index, field], value)}
              onRemove={() => set(['steps', index], undefined)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          because={forbidden}
          onClick={() => onChange(withStep(text, `step-${form.steps.length + 1}`))}
        >
          {t('step_add')}
        </Button>
      </div>
    </form>
  );
}
