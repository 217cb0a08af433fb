/** The next steps of a refund: each by its key, with a reason; what one may not says why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  clearRefund,
  freeRefund,
  type oneRefund,
  releaseRefund,
  retryRefund,
  returnRefund,
  returnToDepartment,
  withdrawRefund,
} from '#areas/refunds/contract/refunds.ts';
import { because } from '#areas/refunds/contract/shapes.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

const routes = {
  release: releaseRefund,
  free: freeRefund,
  withdraw: withdrawRefund,
  clear: clearRefund,
  return: returnRefund,
  retry: retryRefund,
  department: returnToDepartment,
} as const;
const acts = ['release', 'free', 'clear', 'return', 'retry', 'department', 'withdraw'] as const;
type Act = (typeof acts)[number];
const keys: Readonly<Record<Act, string>> = {
  release: 'r',
  free: 'h',
  clear: 'k',
  return: 'b',
  retry: 'y',
  department: 'u',
  withdraw: 'd',
};
type One = Answer<typeof oneRefund>;

export function RefundActs({ one }: { one: One }) {
  const t = useWords(words);
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const why = (each: Act): string | undefined =>
    may(routes[each].permission) ?? one.may[each] ?? undefined;
  // What does not follow from where it stands is not offered; what is another's to do says so.
  const offered = acts.filter((each) => fits(each, one));
  useKeys(
    offered
      .filter((each) => why(each) === undefined && act === null)
      .map((each) => ({ key: keys[each], phrase: t(`act_${each}`), run: () => setAct(each) })),
  );
  if (offered.length === 0) return null;
  return (
    <div className="no-print flex flex-wrap gap-2">
      {offered.map((each, at) => (
        <Button
          key={each}
          keys={keys[each]}
          because={why(each)}
          {...(at === 0 ? { tone: 'main' as const } : {})}
          onClick={() => setAct(each)}
        >
          {t(`act_${each}`)}
        </Button>
      ))}
      {act !== null && <ActForm act={act} one={one} onClose={() => setAct(null)} />}
    </div>
  );
}

const at: Readonly<Record<Act, readonly string[]>> = {
  release: ['approved'],
  free: ['requested', 'approved'],
  clear: ['paid', 'stale'],
  return: ['paid', 'stale', 'dormant'],
  retry: ['returned'],
  department: ['paid', 'stale', 'dormant', 'returned'],
  withdraw: ['requested', 'approved', 'released'],
};

function fits(act: Act, { refund }: One): boolean {
  if (act === 'free' && refund.held === null) return false;
  if (act === 'department' && refund.origin !== 'title_iv') return false;
  return at[act].includes(refund.state);
}

type FormProps = { act: Act; one: One; onClose: () => void };

function ActForm({ act, one, onClose }: FormProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, refundId, name } = one.refund;
  const done = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(routes[act], { params: { accountId, refundId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t(`did_${act}`) });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t(`act_${act}`)}
      sub={name}
      label={t('reason')}
      route={{ body: because }}
      act={done}
      words={areaWords}
      onClose={onClose}
    />
  );
}
