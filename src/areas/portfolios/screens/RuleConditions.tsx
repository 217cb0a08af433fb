/** The conditions of a rule as fields; what is left empty asks nothing. */
import type { WireCondition } from '#areas/portfolios/contract.ts';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useWords } from '#web/ui/say.ts';
import { zipsText } from './rule-form.ts';
import { words } from './words.ts';

type Props = { when: WireCondition; currency: string };
type ListPart =
  | 'states'
  | 'cities'
  | 'countries'
  | 'segments'
  | 'families'
  | 'currencies'
  | 'kinds';

const two = 'grid items-start gap-3 sm:grid-cols-2';

export function RuleConditions({ when, currency }: Props) {
  const t = useWords(words);
  const list = (part: ListPart, hint?: string) => (
    <TextField
      label={t(part)}
      name={part}
      autoComplete="off"
      hint={hint ?? t('commas')}
      defaultValue={when[part]?.join(', ') ?? ''}
    />
  );
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-[600]">{t('when')}</legend>
      <div className={two}>
        {list('states', t('states_hint'))}
        <TextField
          label={t('zips')}
          name="zips"
          autoComplete="off"
          hint={t('zips_hint')}
          defaultValue={zipsText(when.zips)}
        />
        {list('cities')}
        {list('segments')}
      </div>
      <Amounts when={when} currency={currency} />
      <div className={two}>
        <Languages chosen={when.languages ?? []} />
        <SelectField
          label={t('has_parent')}
          name="hasParent"
          none={t('has_parent_any')}
          defaultValue={when.hasParent === undefined ? '' : when.hasParent ? 'yes' : 'no'}
          choices={[
            { value: 'yes', name: t('has_parent_yes') },
            { value: 'no', name: t('has_parent_no') },
          ]}
        />
        {list('families', t('families_hint'))}
        <Names names={when.names} />
        {list('countries')}
        {list('currencies')}
        {list('kinds', t('kinds_hint'))}
      </div>
    </fieldset>
  );
}

function Amounts({ when, currency }: Props) {
  const t = useWords(words);
  const amounts = [
    ['overdueFrom', 'overdue_from'],
    ['overdueBelow', 'overdue_below'],
    ['balanceFrom', 'balance_from'],
    ['balanceBelow', 'balance_below'],
  ] as const;
  return (
    <div className={two}>
      {amounts.map(([name, label]) => (
        <MoneyField
          key={name}
          label={t(label)}
          name={name}
          currency={currency}
          defaultValue={when[name] ?? ''}
        />
      ))}
    </div>
  );
}

function Languages({ chosen }: { chosen: readonly string[] }) {
  const t = useWords(words);
  return (
    <fieldset>
      <legend className="text-sm font-[550] text-ink-2">{t('languages')}</legend>
      <div className="flex gap-5">
        {(['en', 'es'] as const).map((value) => (
          <CheckField
            key={value}
            name="languages"
            value={value}
            defaultChecked={chosen.includes(value)}
            label={t(`language_${value}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Names({ names }: Pick<WireCondition, 'names'>) {
  const t = useWords(words);
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField label={t('names_from')} name="namesFrom" defaultValue={names?.from ?? ''} />
      <TextField label={t('names_to')} name="namesTo" defaultValue={names?.to ?? ''} />
    </div>
  );
}
