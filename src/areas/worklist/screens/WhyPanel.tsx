/** The reason behind a rank: every part of the score, in words, with its points. */
import { useQuery } from '@tanstack/react-query';
import { type HandOnWire, whyRank } from '#areas/worklist/contract.ts';
import { ContactWhy } from '#areas/compliance/screens/index.ts';
import { call } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Refused, Unreachable, useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { useHandText } from './HandTag.tsx';
import { useReasonText } from './reasons.ts';
import type { Worked } from './work-actions.ts';
import { words } from './words.ts';

type Props = { work: Worked; owner?: string | undefined; onClose: () => void };

export function WhyPanel({ work, owner = 'me', onClose }: Props) {
  const t = useWords(words);
  const failure = useWhy();
  const { accountId } = work;
  const why = useQuery({
    queryKey: ['worklist', 'why', accountId, owner],
    queryFn: ({ signal }) => call(whyRank, { params: { accountId }, query: { owner }, signal }),
  });
  return (
    <Dialog title={t('why')} sub={work.name} onClose={onClose} shape="middle">
      {why.isPending && <Bones lines={5} gap={14} />}
      {why.error instanceof Refused && <p className="text-ink-2">{failure(why.error)}</p>}
      {why.error instanceof Unreachable && (
        <Failed why={failure(why.error)} onRetry={() => void why.refetch()} />
      )}
      {why.isSuccess && <Score {...why.data} />}
      <ContactWhy accountId={accountId} />
    </Dialog>
  );
}

type ScoreProps = {
  hand: HandOnWire | null;
  policy: string;
  score: number;
  parts: readonly {
    phrase: string;
    facts: Record<string, string | number>;
    points: number;
  }[];
};

function Score({ policy, score, parts, hand }: ScoreProps) {
  const t = useWords(words);
  const figures = useFigures();
  const text = useReasonText();
  const byHand = useHandText();
  return (
    <>
      {hand !== null && <p className="mb-2 font-[550]">{byHand(hand)}</p>}
      <table className="w-full">
        <tbody>
          {parts.map((part) => (
            <tr key={part.phrase} className="border-b border-line align-top">
              <td className="py-2 pr-4">{text(part)}</td>
              <td className="num py-2">{figures.number(part.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="strong">
            <td className="py-2 pr-4">{t('points')}</td>
            <td className="num py-2">{figures.number(score)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-sm text-ink-3">{t('why_policy', { policy })}</p>
    </>
  );
}
