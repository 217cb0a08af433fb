/** Every template with its version in force; one opens to be changed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { templates, type WireTemplate } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { OutboxTabs } from '../messages/OutboxTabs.tsx';
import { words } from './words.ts';

export function TemplatesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const asked = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => call(templates, { signal }),
  });
  return (
    <Page
      title={t('templates')}
      actions={
        <Link to={paths.template} params={{ key: 'new' }} className={linkLook}>
          {t('new_one')}
        </Link>
      }
    >
      <OutboxTabs />
      {asked.isError ? (
        <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Bones lines={8} />
      ) : (
        <ul className="grid gap-2">
          {asked.data.rows.map((row) => (
            <TemplateLine key={row.key} template={row} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function TemplateLine({ template }: { template: WireTemplate }) {
  const t = useWords(words);
  const language = useLanguage();
  const figures = useFigures();
  const { key, version, channel, state, inForce, expiresOn, approvedBy } = template;
  const name = template.name[language];
  const notes = [
    t(`channel_${channel}`),
    version === 0 ? t('as_delivered') : t('version', { version }),
    approvedBy !== '' && t('approved_by', { name: approvedBy }),
    expiresOn !== null && t('until', { day: figures.day(expiresOn) }),
  ];
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b border-line pb-2">
      <Link
        to={paths.template}
        params={{ key }}
        className="link min-w-48 flex-1 font-[600]"
        aria-label={t('change', { name })}
      >
        {name}
      </Link>
      <span className="text-sm text-ink-2">{notes.filter(Boolean).join(' · ')}</span>
      <Tag tone={inForce ? 'good' : 'warn'}>{t(`state_${state}`)}</Tag>
    </li>
  );
}
