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
  if (form === undefined) {
    return (
      <p className="rounded-md bg-sunk px-3 py-6 text-center text-ink-2">{t('form_unread')}</p>
    );
  }
  const set = (path: Path, value: unknown): void => onChange(withField(text, path, value));
  const parts: PartProps = { form, forbidden, set };
  return (
    <form
      aria-label={t('form')}
      className="grid min-w-0 gap-3"
      onSubmit={(event) => event.preventDefault()}
    >
      <HeadFields {...parts} />
      <StepList {...parts} />
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

type PartProps = {
  form: FormFields;
  forbidden: string | undefined;
  set: (path: Path, value: unknown) => void;
};

function HeadFields({ form, forbidden, set }: PartProps) {
  const t = useWords(words);
  const disabled = forbidden !== undefined;
  const field = (name: string, label: string, value: string, path: Path) => (
    <TextField
      key={name}
      disabled={disabled}
      label={label}
      name={name}
      value={value}
      onChange={(event) => set(path, event.target.value)}
    />
  );
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {field('nameEn', t('name_en'), form.nameEn, ['name', 'en'])}
        {field('nameEs', t('name_es'), form.nameEs, ['name', 'es'])}
        {field('order', t('order_long'), form.order, ['segment', 'order'])}
        {field('between', t('between'), form.betweenNotices, ['between_notices'])}
        <SelectField
          disabled={disabled}
          label={t('level')}
          name="level"
          value={form.level}
          choices={(['account', 'invoice'] as const).map((value) => ({
            value,
            name: t(`level_${value}`),
          }))}
          onChange={(event) => set(['level'], event.target.value)}
        />
        {form.minimum.map(({ currency, amount }, index) => {
          const path = ['minimum', index, 'amount'];
          return field(`minimum-${index}`, t('minimum_in', { currency }), amount, path);
        })}
      </div>
      <CheckField
        disabled={disabled}
        label={t('net_credits')}
        checked={form.netCredits}
        onChange={(event) => set(['net_credits'], event.target.checked)}
      />
    </>
  );
}

function StepList({ form, forbidden, set }: PartProps) {
  const t = useWords(words);
  const templates = useNames().data?.templates ?? [];
  return (
    <>
      <h2>{t('steps')}</h2>
      <ol className="grid gap-2">
        {form.steps.map((step, index) => (
          // The key of a step may be half typed or missing; its place is its name here.
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
    </>
  );
}
