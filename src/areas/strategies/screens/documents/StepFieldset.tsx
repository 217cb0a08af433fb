/** One step of a strategy as fields in a row: its day, what is done, with what, who approves. */
import type { AnswerOf } from '#platform/contract/route.ts';
import type { strategyNames } from '#areas/strategies/contract/documents.ts';
import { stepActs } from '#areas/strategies/rules/document.ts';
import type { StepFields } from '#areas/strategies/rules/editing.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Names = AnswerOf<typeof strategyNames>['templates'];

type Props = {
  step: StepFields;
  templates: Names;
  forbidden: string | undefined;
  onSet: (field: string, value: string | undefined) => void;
  onRemove: () => void;
};

export function StepFieldset({ step, templates, forbidden, onSet, onRemove }: Props) {
  const t = useWords(words);
  const disabled = forbidden !== undefined;
  const speaks = step.do === 'email' || step.do === 'letter' || step.do === 'sms';
  const label = (field: 'step_days' | 'step_do' | 'step_template' | 'step_approval'): string =>
    t('step_of', { field: t(field), step: step.key });
  return (
    <fieldset className="rounded-lg border border-line px-3 py-2">
      <legend className="px-1 text-sm font-[600]">{step.key}</legend>
      <div className="grid grid-cols-[4.5rem_1fr] items-center gap-2 sm:grid-cols-[4.5rem_1fr_1fr_auto]">
        <input
          aria-label={label('step_days')}
          value={step.days}
          inputMode="numeric"
          disabled={disabled}
          onChange={(event) => onSet('days', event.target.value)}
          className={inputLook}
        />
        <select
          aria-label={label('step_do')}
          value={step.do}
          disabled={disabled}
          onChange={(event) => onSet('do', event.target.value)}
          className={inputLook}
        >
          {stepActs.map((act) => (
            <option key={act} value={act}>
              {t(`do_${act}`)}
            </option>
          ))}
        </select>
        <TemplateSelect
          label={label('step_template')}
          value={step.template}
          templates={templates}
          disabled={disabled || !speaks}
          onPick={(key) => onSet('template', key)}
        />
        <button
          type="button"
          className="link text-sm"
          hidden={disabled}
          aria-label={t('step_remove', { step: step.key })}
          onClick={onRemove}
        >
          ×
        </button>
        <span className="col-span-full flex items-center gap-2 text-sm text-ink-2">
          {t('step_approval')}
          <select
            aria-label={label('step_approval')}
            value={step.approval}
            disabled={disabled || step.approval === 'above'}
            onChange={(event) => onSet('approval', event.target.value)}
            className="rounded-md border border-line-strong bg-surface px-2 py-1 text-ink"
          >
            {(['never', 'always', 'above'] as const)
              .filter((each) => each !== 'above' || step.approval === 'above')
              .map((each) => (
                <option key={each} value={each}>
                  {t(`approval_${each}`)}
                </option>
              ))}
          </select>
        </span>
      </div>
    </fieldset>
  );
}

type TemplateProps = {
  label: string;
  value: string;
  templates: Names;
  disabled: boolean;
  onPick: (key: string | undefined) => void;
};

/** A template that the desk does not have stays shown, so that it can be seen and changed. */
function TemplateSelect({ label, value, templates, disabled, onPick }: TemplateProps) {
  const t = useWords(words);
  const language = useLanguage();
  const isKnown = value === '' || templates.some(({ key }) => key === value);
  return (
    <select
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onPick(event.target.value || undefined)}
      className={inputLook}
    >
      <option value="">{t('no_template')}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {templates.map(({ key, name }) => (
        <option key={key} value={key}>
          {name[language]}
        </option>
      ))}
    </select>
  );
}
