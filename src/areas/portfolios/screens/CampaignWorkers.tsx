/** Whether a campaign's list grows, and who works it: its owners, or a team that shares it. */
import { CheckField, SelectField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { useTakers } from './takers.ts';
import { words } from './words.ts';

export function CampaignWorkers() {
  const t = useWords(words);
  const people = useTakers();
  return (
    <>
      <SelectField
        label={t('campaign_list')}
        name="live"
        choices={[
          { value: 'no', name: t('campaign_frozen') },
          { value: 'yes', name: t('campaign_live') },
        ]}
      />
      <fieldset>
        <legend className="text-sm font-[550] text-ink-2">{t('campaign_who')}</legend>
        <div className="grid sm:grid-cols-2">
          {people.map(({ memberId, name }) => (
            <CheckField key={memberId} name="memberIds" value={memberId} label={name} />
          ))}
        </div>
      </fieldset>
    </>
  );
}
