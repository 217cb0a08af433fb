/** Which accounts a campaign asks for, as fields; what is left empty asks nothing. */
import { overdueBuckets } from '#areas/portfolios/contract.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { currency: string; onChange: () => void };

export function FilterFields({ currency, onChange }: Props) {
  const t = useWords(words);
  const people = useMembers();
  return (
    <fieldset onChange={onChange} className="grid gap-3">
      <legend className="mb-2 font-[600]">{t('campaign_which')}</legend>
      <fieldset>
        <legend className="text-sm font-[550] text-ink-2">{t('campaign_buckets')}</legend>
        <div className="flex flex-wrap gap-x-4">
          {overdueBuckets.map((bucket) => (
            <CheckField
              key={bucket}
              name="buckets"
              value={bucket}
              label={bucket.replace('-', '–')}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <MoneyField label={t('overdue_from')} name="overdueFrom" currency={currency} />
        <MoneyField label={t('overdue_below')} name="overdueBelow" currency={currency} />
        <SelectField
          label={t('campaign_owner')}
          name="owner"
          none={t('campaign_owner_any')}
          choices={[
            { value: 'nobody', name: t('nobody') },
            ...people.map(({ memberId, name }) => ({ value: memberId, name })),
          ]}
        />
        <SelectField
          label={t('campaign_promise')}
          name="hasPromise"
          none={t('campaign_promise_any')}
          choices={[
            { value: 'yes', name: t('campaign_promise_yes') },
            { value: 'no', name: t('campaign_promise_no') },
          ]}
        />
        <TextField
          label={t('campaign_untouched')}
          name="untouchedDays"
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField label={t('campaign_search')} name="search" autoComplete="off" />
        <TextField label={t('states')} name="states" hint={t('states_hint')} autoComplete="off" />
        <TextField label={t('segments')} name="segments" hint={t('commas')} autoComplete="off" />
      </div>
    </fieldset>
  );
}
