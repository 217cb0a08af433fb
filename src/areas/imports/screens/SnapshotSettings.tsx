/** Whether a list of open items is all there is at its source, of which day, and what that is. */
import { DayField } from '#web/ui/DayField.tsx';
import { CheckField, FieldFrame, inputLook } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Preview, Settings } from './upload-data.ts';
import { words } from './words/snapshot.ts';

type Props = {
  preview: Preview;
  onAdjust: (change: Settings) => void;
  onAsOf: (day: string | undefined) => void;
};

export function SnapshotSettings({ preview, onAdjust, onAsOf }: Props) {
  const t = useWords(words);
  const today = useToday();
  const { settings, source, snapshotSuggested } = preview;
  const on = settings.snapshot === true;
  return (
    <section className="grid gap-2">
      <h2>{t('snapshot')}</h2>
      <CheckField
        checked={on}
        onChange={(event) => onAdjust({ snapshot: event.target.checked })}
        label={t('snapshot_tick')}
      />
      <p className="text-sm text-ink-2">{t('snapshot_why')}</p>
      {!on && snapshotSuggested && (
        <p className="text-sm text-warn">{t('snapshot_suggested', { source })}</p>
      )}
      {on && (
        <div className="grid gap-3 sm:grid-cols-3">
          <FieldFrame label={t('source')} hint={t('source_hint')}>
            {({ id, describedBy }) => (
              <input
                id={id}
                key={source}
                defaultValue={source}
                maxLength={40}
                aria-describedby={describedBy}
                className={inputLook}
                onBlur={(event) => {
                  const name = event.target.value.trim().toLowerCase();
                  if (name !== source && /^[a-z0-9][a-z0-9._-]*$/u.test(name)) {
                    onAdjust({ source: name });
                  }
                }}
              />
            )}
          </FieldFrame>
          <DayField label={t('as_of')} name="asOf" defaultValue={today} onDay={onAsOf} />
        </div>
      )}
    </section>
  );
}
