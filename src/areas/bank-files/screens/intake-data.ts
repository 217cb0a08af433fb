/** Dropped files on their way in: rehearsed first, taken in when somebody says so. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { takeInFiles } from '#areas/bank-files/contract/files.ts';
import { type Answer, rehearseUpload, upload } from '#web/api.ts';
import { Refused } from '#web/ui/refusal.ts';

export type Intake = Answer<typeof takeInFiles>;

/** What a file of a table did not say, by the setting that answers it. */
export type Said = Readonly<Record<string, string>>;

type Wish = { readonly files: readonly File[]; readonly said: Said };

/** The files at hand, what they would bring, and the ways on. */
export function useIntake(
  query: Readonly<Record<string, string | undefined>>,
  onTaken: (intake: Intake) => void,
) {
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const rehearsal = useMutation({
    mutationFn: ({ files, said }: Wish) =>
      rehearseUpload(takeInFiles, files, { ...query, ...said }),
  });
  const taking = useMutation({
    mutationFn: ({ files, said }: Wish) => upload(takeInFiles, files, { ...query, ...said }),
    onSuccess: (intake) => {
      setWish(null);
      rehearsal.reset();
      void queries.invalidateQueries();
      onTaken(intake);
    },
  });
  function look(next: Wish): void {
    setWish(next);
    taking.reset();
    rehearsal.mutate(next);
  }
  return {
    count: wish?.files.length ?? 0,
    preview: rehearsal.data,
    reading: rehearsal.isPending,
    taking: taking.isPending,
    error: taking.error ?? rehearsal.error,
    question: questionOf(rehearsal.error),
    drop: (files: readonly File[]) => look({ files, said: {} }),
    answer: (said: Said) => wish && look({ ...wish, said: { ...wish.said, ...said } }),
    takeIn: () => wish && taking.mutate(wish),
    leave: () => {
      setWish(null);
      rehearsal.reset();
      taking.reset();
    },
  };
}

export type Question = {
  readonly option: string;
  readonly field: string;
  readonly choices: readonly string[];
};

function questionOf(error: unknown): Question | undefined {
  if (!(error instanceof Refused) || error.code !== 'bank_files.question') return undefined;
  const { option = '', field = '', choices = '' } = error.facts;
  const list = String(choices).split(', ').filter(Boolean);
  return { option: String(option), field: String(field), choices: list };
}
