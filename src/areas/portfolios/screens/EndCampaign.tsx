/** Ending a campaign before its last day. */
import { useMutation } from '@tanstack/react-query';
import { endCampaign, type WireCampaign } from '#areas/portfolios/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { usePortfolioChanged } from './portfolio-data.ts';
import { words } from './words.ts';

type Props = { campaign: WireCampaign; onClose: () => void };

export function EndCampaign({ campaign, onClose }: Props) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  const { campaignId, name } = campaign;
  const end = useMutation({
    mutationFn: (body: { reason: string }) => call(endCampaign, { params: { campaignId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('campaign_ended') });
      onClose();
    },
  });
  const form = useForm(endCampaign, (body) => end.mutate(body));
  return (
    <Dialog title={t('campaign_end_named', { name })} shape="middle" onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('campaign_end_why')}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          autoComplete="off"
          error={form.errors.reason}
        />
        <RefusalNote error={end.error} words={areaWords} />
        <Button type="submit" tone="main" busy={end.isPending}>
          {t('campaign_end')}
        </Button>
      </form>
    </Dialog>
  );
}
