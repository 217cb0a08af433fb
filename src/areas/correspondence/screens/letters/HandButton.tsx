/** Hands the letters of a batch to the provider that prints and mails, piece by piece. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { handBatch, type WireBatch } from '#areas/correspondence/contract/letters.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

export function HandButton({ batch, printer }: { batch: WireBatch; printer: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const forbidden = useMay()('letters.print');
  const hand = useMutation({
    mutationFn: () => handAll(batch.batchId),
    onSuccess: (sum) => say({ text: t('handed_now', sum) }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['letters'] }),
  });
  const done = batch.mailed + batch.withdrawn >= batch.letters ? t('all_mailed') : undefined;
  return (
    <>
      <Button
        because={forbidden ?? done}
        busy={hand.isPending}
        aria-label={t('hand_of', { printer, day: figures.day(batch.printedOn) })}
        onClick={() => hand.mutate()}
      >
        {t('hand', { printer })}
      </Button>
      <RefusalNote error={hand.error} words={areaWords} />
    </>
  );
}

async function handAll(batchId: string) {
  const sum = { taken: 0, refused: 0, unknown: 0 };
  for (let after: number | null = 0; after !== null;) {
    const body: { after: number; most: number } = { after, most: 25 };
    const { taken, refused, unknown, next } = await call(handBatch, { params: { batchId }, body });
    sum.taken += taken;
    sum.refused += refused;
    sum.unknown += unknown;
    after = next;
  }
  return sum;
}
