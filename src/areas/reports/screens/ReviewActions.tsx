/** The three answers to a crossing, for the row one is on or all that are marked. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerCrossings } from '#areas/reports/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { DelegateForm } from './DelegateForm.tsx';
import type { Crossing } from './crossing-columns.tsx';
import { words } from './words.ts';

type Props = { chosen: readonly Crossing[]; onAnswered: () => void };
type Body = BodyOf<typeof answerCrossings>;

export function ReviewActions({ chosen, onAnswered }: Props) {
  const t = useWords(words);
  const because = useMay()('aging.review') ?? (chosen.length === 0 ? t('review_done') : undefined);
  const [delegating, setDelegating] = useState(false);
  const answer = useAnswer(onAnswered);
  const items = chosen.slice(0, 1000).map(({ accountId, itemId }) => ({ accountId, itemId }));
  const send = (wish: Omit<Body, 'items'>): void => {
    if (because === undefined && !answer.isPending) answer.mutate({ ...wish, items });
  };
  useKeys([
    { key: 'y', phrase: t('acknowledge'), run: () => send({ answer: 'acknowledged' }) },
    { key: 'Shift+y', phrase: t('action'), run: () => send({ answer: 'actioned' }) },
    { key: 'Shift+d', phrase: t('delegate'), run: () => setDelegating(because === undefined) },
  ]);
  return (
    <>
      {chosen.length > 1 && (
        <span className="text-sm text-accent">{t('marked', { count: chosen.length })}</span>
      )}
      <Button keys="Shift+d" because={because} onClick={() => setDelegating(true)}>
        {t('delegate')}
      </Button>
      <Button keys="Shift+y" because={because} onClick={() => send({ answer: 'actioned' })}>
        {t('action')}
      </Button>
      <Button
        tone="main"
        keys="y"
        because={because}
        busy={answer.isPending}
        onClick={() => send({ answer: 'acknowledged' })}
      >
        {t('acknowledge')}
      </Button>
      {delegating && (
        <DelegateForm
          onClose={() => setDelegating(false)}
          onPick={(delegateTo) => {
            setDelegating(false);
            send({ answer: 'delegated', delegateTo });
          }}
        />
      )}
    </>
  );
}

function useAnswer(onAnswered: () => void) {
  const t = useWords(words);
  const why = useWhy();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => call(answerCrossings, { body }),
    onSuccess: ({ answered }) => {
      onAnswered();
      say({ text: t('answered', { count: answered }) });
      void queries.invalidateQueries({ queryKey: ['aging'] });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
