/** The month's causes, looked at and signed: what was found, and what is done about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { causeReviews, reviewCauses } from '#areas/disputes/contract/causes.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

export function Reviews() {
  const t = useWords(words);
  const figures = useFigures();
  const known = useQuery({
    queryKey: ['causes', 'reviews'],
    queryFn: ({ signal }) => call(causeReviews, { signal }),
  });
  const rows = known.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('reviews')}</h2>
      <ul className="grid gap-3">
        {rows.map(({ reviewId, month, company, by, findings, actions }) => (
          <li key={reviewId} className="text-sm">
            <p className="font-[600]">
              {t('review_line', { month: figures.month(month), company, by })}
            </p>
            <p className="whitespace-pre-wrap">{findings}</p>
            <p className="whitespace-pre-wrap text-ink-2">→ {actions}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type FormProps = { month: string | undefined; onClose: () => void };

export function ReviewForm({ month, onClose }: FormProps) {
  const t = useWords(words);
  const today = useToday();
  const companies = useReaderCompanies();
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: (body: BodyOf<typeof reviewCauses>) => call(reviewCauses, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['causes'] });
      say({ text: t('reviewed') });
      onClose();
    },
  });
  const form = useForm(reviewCauses, (body) => sign.mutate(body));
  return (
    <Dialog title={t('review')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('review_why')}</p>
        <SelectField
          label={t('company')}
          name="company"
          choices={companies.map(({ code, name }) => ({ value: code, name }))}
        />
        <TextField
          label={t('month')}
          name="month"
          type="date"
          defaultValue={month ?? today}
          error={form.errors['month']}
        />
        <AreaField
          label={t('findings')}
          name="findings"
          error={form.errors['findings']}
          autoFocus
        />
        <AreaField label={t('actions')} name="actions" error={form.errors['actions']} />
        <RefusalNote error={sign.error} words={areaWords} />
        <Button type="submit" tone="main" busy={sign.isPending}>
          {t('review')}
        </Button>
      </form>
    </Dialog>
  );
}
