/** Changing what a running campaign is called, says, aims at, or its last day. */
import { useMutation } from '@tanstack/react-query';
import { changeCampaign, type WireCampaign } from '#areas/portfolios/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { CampaignTerms } from './CampaignTerms.tsx';
import { usePortfolioChanged } from './portfolio-data.ts';
import { words } from './words.ts';

type Props = { campaign: WireCampaign; onClose: () => void };

export function ChangeCampaign({ campaign, onClose }: Props) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  const { campaignId, name, currency } = campaign;
  const change = useMutation({
    mutationFn: (body: BodyOf<typeof changeCampaign>) =>
      call(changeCampaign, { params: { campaignId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('campaign_changed') });
      onClose();
    },
  });
  const form = useForm(changeCampaign, (body) => change.mutate(body));
  return (
    <Dialog title={t('campaign_change')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <CampaignTerms campaign={campaign} currency={currency} errors={form.errors} />
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          error={form.errors.reason}
        />
        <RefusalNote error={change.error} words={areaWords} />
        <Button type="submit" tone="main" busy={change.isPending}>
          {t('campaign_save')}
        </Button>
      </form>
    </Dialog>
  );
}
