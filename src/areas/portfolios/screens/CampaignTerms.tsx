/** The fields that a campaign has at its start and that may be changed while it runs. */
import type { WireCampaign } from '#areas/portfolios/contract.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import type { FieldErrors } from '#web/ui/read-form.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { campaign?: WireCampaign; currency: string; errors: FieldErrors };

export function CampaignTerms({ campaign, currency, errors }: Props) {
  const t = useWords(words);
  return (
    <>
      <TextField
        label={t('campaign_name')}
        name="name"
        autoFocus
        autoComplete="off"
        maxLength={100}
        defaultValue={campaign?.name ?? ''}
        error={errors.name}
      />
      <AreaField
        label={t('campaign_text')}
        name="text"
        rows={2}
        defaultValue={campaign?.text ?? ''}
        error={errors.text}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <MoneyField
          label={t('campaign_goal')}
          name="goal"
          currency={currency}
          defaultValue={campaign?.goal ?? ''}
          error={errors.goal}
        />
        <DayField
          label={t('campaign_ends_on')}
          name="endsOn"
          defaultValue={campaign?.endsOn ?? ''}
          error={errors.endsOn}
        />
      </div>
    </>
  );
}
