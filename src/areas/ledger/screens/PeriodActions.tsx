/** Closing a period and opening it again, each asked once more with its reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hardClose, reopenPeriod, softClose } from '#areas/ledger/contract.ts';
import type { PeriodState } from '#areas/ledger/rules/period.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = {
  company: string;
  period: string;
  state: PeriodState;
  over: boolean;
  signed: boolean;
};
type Act = 'soft_close' | 'hard_close' | 'reopen';

const routes = { soft_close: softClose, hard_close: hardClose, reopen: reopenPeriod } as const;

export function PeriodActions({ company, period, state, over, signed }: Props) {
  const t = useWords(words);
  const may = useMay()('ledger.close_periods');
  const [asking, setAsking] = useState<Act | null>(null);
  const early = over ? undefined : t('period_runs');
  const unsigned = signed ? undefined : t('period_unsigned');
  return (
    <>
      {state === 'open' && (
        <Button because={may ?? early} onClick={() => setAsking('soft_close')}>
          {t('soft_close')}
        </Button>
      )}
      {state === 'soft' && (
        <>
          <Button because={may} onClick={() => setAsking('reopen')}>
            {t('reopen')}
          </Button>
          <Button because={may ?? unsigned} onClick={() => setAsking('hard_close')}>
            {t('hard_close')}
          </Button>
        </>
      )}
      {asking !== null && (
        <PeriodForm
          act={asking}
          company={company}
          period={period}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

type FormProps = { act: Act; company: string; period: string; onClose: () => void };

function PeriodForm({ act, company, period, onClose }: FormProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { company: string; reason: string }) =>
      call(routes[act], { params: { period }, body }),
    onSuccess: () => {
      void queries.invalidateQueries();
      say({ text: t(`${act}_done`, { period }) });
      onClose();
    },
  });
  const form = useForm(softClose, (body) => change.mutate(body));
  return (
    <Dialog title={t(`${act}_title`, { period })} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t(`${act}_why`)}</p>
        <input type="hidden" name="company" value={company} />
        <TextField label={t('period_reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={change.error} words={areaWords} />
        <Button
          type="submit"
          tone={act === 'hard_close' ? 'danger' : 'main'}
          busy={change.isPending}
        >
          {t(act)}
        </Button>
      </form>
    </Dialog>
  );
}
