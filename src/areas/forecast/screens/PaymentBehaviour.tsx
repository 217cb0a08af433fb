/** How a customer pays: delay, trend, season, pay-day, method, promises; warnings first. */
import type { WireBehaviour } from '#areas/forecast/contract/accounts.ts';
import { localeOf } from '#kernel/written.ts';
import { useFigures } from '#web/ui/figures.ts';
import { type Fact, KeyValue } from '#web/ui/KeyValue.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { useAccountForecast } from './account-forecast.ts';
import { weekdayName } from './say-reason.ts';
import { words } from './words.ts';

export function PaymentBehaviour({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const facts = useFacts();
  const { data } = useAccountForecast(accountId);
  if (!data?.behaviour) return null;
  return (
    <section aria-labelledby="payment-behaviour" className="mt-6">
      <h2 id="payment-behaviour" className="mb-1.5">
        {t('behaviour')}
      </h2>
      {data.alerts.length > 0 && (
        <ul className="mb-2 grid gap-1">
          {data.alerts.map(({ alertId, kind, facts: said }) => (
            <li key={alertId} className="text-sm">
              <Tag tone="warn">{t(`kind_${kind}`)}</Tag> {t(`say_${kind}`, said)}
            </li>
          ))}
        </ul>
      )}
      <KeyValue plain facts={facts(data.behaviour)} />
    </section>
  );
}

const methods = ['check', 'wire', 'ach', 'card', 'cash', 'lockbox', 'portal', 'other'] as const;

function useFacts(): (behaviour: WireBehaviour) => Fact[] {
  const t = useWords(words);
  const figures = useFigures();
  const locale = localeOf(useLanguage());
  return ({ usualDays, drift, season, weekday, monthDay, method, gapDays, ...rest }) => {
    const { promises, lastPaidOn } = rest;
    const named = methods.find((each) => each === method?.method) ?? 'other';
    const payDay = weekday
      ? t('reason_weekday', {
          weekday: weekdayName(weekday.weekday, locale),
          percent: weekday.percent,
        })
      : monthDay && t('reason_month_day', { count: monthDay.day, percent: monthDay.percent });
    return [
      usualDays !== null && {
        name: t('usual'),
        value: t('days', { count: Math.round(usualDays) }),
      },
      drift && {
        name: t('trend'),
        value: t(`drift_${drift.kind}`, {
          before: Math.round(drift.before),
          now: Math.round(drift.now),
        }),
      },
      season && {
        name: t('season'),
        value: t('season_is', {
          month: figures.shortMonth(`2024-${String(season.monthOfYear).padStart(2, '0')}`),
          days: season.days,
        }),
      },
      payDay !== null && { name: t('pay_day'), value: payDay },
      gapDays !== null && { name: t('every'), value: t('days', { count: gapDays }) },
      method && {
        name: t('method'),
        value: t('method_is', { method: t(`method_${named}`), percent: method.percent }),
      },
      promises.judged > 0 && {
        name: t('kept'),
        value: t('kept_is', { kept: promises.kept, judged: promises.judged }),
      },
      lastPaidOn !== null && { name: t('last_paid'), value: figures.day(lastPaidOn) },
    ];
  };
}
