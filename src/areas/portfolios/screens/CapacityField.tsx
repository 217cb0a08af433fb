/**
 * The hours that somebody works accounts on a day and the languages they work in, changed in
 * place by who manages the portfolio; Enter or leaving the field saves.
 */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { setCapacity, type WirePortfolio } from '#areas/portfolios/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { inputLook } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { hoursOf, minutesIn } from './hours.ts';
import { usePortfolioChanged } from './portfolio-data.ts';
import { words } from './words.ts';

type Props = { person: WirePortfolio['people'][number] };
const languages = ['en', 'es'] as const;

export function CapacityField({ person }: Props) {
  const t = useWords(words);
  const mayNot = useMay()('portfolio.manage') !== undefined;
  const { memberId, capacity, name } = person;
  if (memberId === null || capacity === null) return null;
  const speaks = languages.filter((each) => person.speaks.includes(each));
  if (mayNot) {
    return (
      <span className="text-sm whitespace-nowrap">
        {t('hours', { hours: hoursOf(capacity) })} · {speaks.join(' ').toUpperCase()}
      </span>
    );
  }
  return (
    <Editable
      key={capacity}
      memberId={memberId}
      name={name ?? ''}
      minutes={capacity}
      speaks={speaks}
    />
  );
}

type EditableProps = {
  memberId: string;
  name: string;
  minutes: number;
  speaks: readonly (typeof languages)[number][];
};

function Editable({ memberId, name, minutes, speaks }: EditableProps) {
  const t = useWords(words);
  const set = useSetCapacity(memberId, name);
  const [text, setText] = useState(hoursOf(minutes));
  const wanted = minutesIn(text);
  const save = (): void => {
    if (wanted !== undefined && wanted !== minutes && !set.isPending) {
      set.mutate({ minutesADay: wanted, speaks: [...speaks] });
    }
  };
  const turn = (language: (typeof languages)[number]): void => {
    const next = languages.filter((each) => speaks.includes(each) !== (each === language));
    if (next.length > 0) set.mutate({ minutesADay: minutes, speaks: next });
  };
  return (
    <span className="flex items-center gap-1.5">
      <input
        aria-label={t('hours_of', { name })}
        aria-invalid={wanted === undefined || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        className={`${inputLook} figures max-w-16 text-right`}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <span className="text-sm whitespace-nowrap text-ink-3">{t('hours_unit')}</span>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={speaks.includes(language)}
          aria-label={t('speaks', {
            name,
            code: language.toUpperCase(),
            language: t(`language_${language}`),
          })}
          onClick={() => turn(language)}
          className="min-h-7 min-w-8 rounded-sm border border-line px-1 text-xs text-ink-2 aria-pressed:border-accent aria-pressed:font-[600] aria-pressed:text-ink"
        >
          {language.toUpperCase()}
        </button>
      ))}
    </span>
  );
}

function useSetCapacity(memberId: string, name: string) {
  const t = useWords(words);
  const why = useWhy();
  const changed = usePortfolioChanged();
  return useMutation({
    mutationFn: (body: BodyOf<typeof setCapacity>) =>
      call(setCapacity, { params: { memberId }, body }),
    onSuccess: ({ minutesADay }) => {
      changed();
      say({ text: t('capacity_saved', { name, hours: hoursOf(minutesADay) }) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
