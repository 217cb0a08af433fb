/** Switching the control group on, with how many and up to which debt, or off; and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type OrderOfWork, setExperiment } from '#areas/worklist/contract/uplift.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './uplift-words.ts';

type Props = { order: OrderOfWork; isOn: boolean; onClose: () => void };

export function ExperimentForm({ order, isOn, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (told: FormData) => {
      const text = (name: string): string => {
        const value = told.get(name);
        return typeof value === 'string' ? value : '';
      };
      const terms = isOn && {
        sharePct: Number(text('sharePct')),
        most: text('most').replaceAll(',', ''),
        warmUpDays: Number(text('warmUpDays')),
      };
      const body = { company: order.company, isOn, reason: text('reason'), ...terms };
      return call(setExperiment, { body });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      say({ text: t('kept') });
      onClose();
    },
  });
  return (
    <Dialog title={t(isOn ? 'switch_on' : 'switch_off')} sub={order.company} onClose={onClose}>
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(new FormData(event.currentTarget));
        }}
      >
        {isOn && (
          <>
            <TextField label={t('share')} name="sharePct" inputMode="numeric" defaultValue="8" />
            <TextField
              label={`${t('most')} (${order.currency})`}
              name="most"
              inputMode="decimal"
              defaultValue={order.experiment?.most ?? '10000.00'}
            />
            <TextField
              label={t('warm_up_days')}
              name="warmUpDays"
              inputMode="numeric"
              defaultValue="0"
            />
          </>
        )}
        <TextField label={t('reason')} name="reason" autoComplete="off" autoFocus />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
