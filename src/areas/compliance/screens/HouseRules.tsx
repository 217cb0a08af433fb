/** The firm's own caps and hours: what was stated, and stating them anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type compliancePacks, stateHouseRules } from '#areas/compliance/contract/packs.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Version = AnswerOf<typeof compliancePacks>['house'][number];
type Hours = NonNullable<Version['rules']['hours']>;
type Stated = BodyOf<typeof stateHouseRules>;

export function HouseRules({ versions }: { versions: readonly Version[] }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [latest] = versions;
  const hours = ({ from, to }: Hours): string => t('house_hours', { from, to });
  return (
    <section className="mb-5 rounded-md bg-sunk px-3 py-2.5">
      <h2>{t('house')}</h2>
      {latest === undefined ? (
        <p className="text-ink-2">{t('house_none')}</p>
      ) : (
        <>
          <p>
            {[
              ...(latest.rules.hours === null ? [] : [hours(latest.rules.hours)]),
              ...latest.rules.caps.map(({ limit, days }) => t('house_cap', { limit, days })),
            ].join(' · ')}
          </p>
          <p className="text-sm text-ink-2">
            {t('house_version', {
              version: latest.version,
              day: figures.day(latest.effectiveFrom),
              who: latest.actor,
              reason: latest.reason,
            })}
          </p>
        </>
      )}
      {may('compliance.rule') === undefined && (
        <p className="mt-1.5">
          <Button onClick={() => setOpen(true)}>{t('house_state')}</Button>
        </p>
      )}
      {open && <HouseForm onClose={() => setOpen(false)} />}
    </section>
  );
}

function HouseForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: (body: Stated) => call(stateHouseRules, { body }),
    onSuccess: ({ version }) => {
      void queries.invalidateQueries({ queryKey: ['compliance', 'packs'] });
      say({ text: t('house_saved', { version }) });
      onClose();
    },
  });
  const [effectiveFrom, setFrom] = useState<string>();
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (effectiveFrom === undefined) return;
    keep.mutate(statedIn(new FormData(event.currentTarget), effectiveFrom));
  }
  return (
    <Dialog title={t('house_state')} onClose={onClose} shape="middle">
      <form onSubmit={send} className="grid gap-3.5">
        <TextField
          label={t('house_from')}
          name="from"
          inputMode="numeric"
          pattern="\d*"
          autoFocus
        />
        <TextField label={t('house_to')} name="to" inputMode="numeric" pattern="\d*" />
        <TextField label={t('per_day')} name="perDay" inputMode="numeric" pattern="\d*" />
        <TextField
          label={t('per_week')}
          name="perWeek"
          inputMode="numeric"
          pattern="\d*"
          hint={t('per_week_hint')}
        />
        <DayField label={t('effective')} name="effectiveFrom" onDay={setFrom} />
        <TextField label={t('reason')} name="reason" required />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button type="submit" tone="main" busy={keep.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

/** Over all channels together; an empty field states no such rule. */
function statedIn(fields: FormData, effectiveFrom: string): Stated {
  const number = (name: string): number | undefined => {
    const text = fields.get(name);
    return typeof text === 'string' && text !== '' ? Number(text) : undefined;
  };
  const [from, to] = [number('from'), number('to')];
  const [perDay, perWeek] = [number('perDay'), number('perWeek')];
  const cap = { channels: [], businessDays: false };
  const reason = fields.get('reason');
  return {
    effectiveFrom,
    reason: typeof reason === 'string' ? reason : '',
    rules: {
      hours: from === undefined || to === undefined ? null : { from, to, businessDays: false },
      caps: [
        ...(perDay === undefined
          ? []
          : [{ ...cap, limit: perDay, days: 1, counts: 'attempts' as const }]),
        ...(perWeek === undefined
          ? []
          : [{ ...cap, limit: perWeek, days: 7, counts: 'reached' as const }]),
      ],
    },
  };
}
