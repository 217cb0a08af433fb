/** One upload as the screens know it: what it was taken for, and how to correct that. */
import { type Query, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { adjustUpload, runImport } from '#areas/imports/contract.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { keepInTab, keptInTab } from '#web/ui/kept.ts';

export type Preview = AnswerOf<typeof adjustUpload>;
export type Outcome = AnswerOf<typeof runImport>;
export type Settings = BodyOf<typeof adjustUpload>;

export function uploadKey(uploadId: string): readonly unknown[] {
  return ['upload', uploadId];
}

/** What the file is taken for; after a reload it is read again as it was last corrected. */
export function useUpload(uploadId: string) {
  return useQuery<Preview>({
    queryKey: uploadKey(uploadId),
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) =>
      call(adjustUpload, { params: { uploadId }, body: lastSettings(uploadId), signal }),
  });
}

/** Corrects kind, mapping or an option, on top of what was said before. */
export function useAdjust(preview: Preview) {
  const queries = useQueryClient();
  const { uploadId, settings } = preview;
  return useMutation({
    mutationFn: (change: Settings) =>
      call(adjustUpload, { params: { uploadId }, body: { ...settings, ...change } }),
    onSuccess: (next) => {
      keepInTab(`upload.${uploadId}`, JSON.stringify(next.settings));
      queries.setQueryData(uploadKey(uploadId), next);
    },
  });
}

type Run = {
  dryRun: boolean;
  acceptGood: boolean;
  asOf?: string | undefined;
  confirmClosing?: number | undefined;
};

/** A dry run, or the real one; the real one changes every figure of the desk. */
export function useRun(uploadId: string, onTaken: (outcome: Outcome) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Run) => call(runImport, { params: { uploadId }, body }),
    onSuccess: (outcome) => {
      if (outcome.importId === null) return;
      // The upload itself is gone now; asking for it again would be refused.
      const isOther = ({ queryKey }: Query) => queryKey[0] !== uploadKey(uploadId)[0];
      void queries.invalidateQueries({ predicate: isOther });
      onTaken(outcome);
    },
  });
}

function lastSettings(uploadId: string): Settings {
  const kept = adjustUpload.body?.safeParse(JSON.parse(keptInTab(`upload.${uploadId}`) ?? '{}'));
  return kept?.success === true ? kept.data : {};
}
