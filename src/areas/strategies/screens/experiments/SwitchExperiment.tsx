/** Starts or stops an experiment, with the reason that will stand beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  experimentReason,
  setExperiment,
  type WireExperiment,
} from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

/** Which way it is switched is known; the reason alone is asked. */
const asked = { body: experimentReason };

export function SwitchExperiment({ row, onClose }: { row: WireExperiment; onClose: () => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const { strategy, isOn } = row;
  const turn = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call(setExperiment, { params: { strategy }, body: { isOn: !isOn, reason } }),
    onSuccess: () => {
      say({ text: t('switched') });
      void client.invalidateQueries({ queryKey: ['strategy-experiments'] });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t(isOn ? 'stop_of' : 'start_of', { strategy })}
      sub={t(isOn ? 'stop_why' : 'start_why', { strategy })}
      label={t('reason')}
      route={asked}
      act={turn}
      tone={isOn ? 'danger' : 'main'}
      verb={t(isOn ? 'stop' : 'start')}
      words={words}
      onClose={onClose}
    />
  );
}
