/** One template: both bodies side by side, what is wrong with them, how they read, its versions. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { templateVersions, type WireTemplate } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { TemplateEditor, type Draft } from './TemplateEditor.tsx';
import { TemplateVersions } from './TemplateVersions.tsx';
import { words } from './words.ts';

const empty: Draft = {
  key: '',
  channel: 'email',
  purpose: 'collect',
  packs: [],
  name: { en: '', es: '' },
  wording: { en: { subject: '', body: '' }, es: { subject: '', body: '' } },
};

export function TemplateScreen() {
  const t = useWords(words);
  const why = useWhy();
  const language = useLanguage();
  const { key } = useParams({ from: `/desk${paths.template}` });
  const asked = useQuery({
    queryKey: ['templates', key],
    enabled: key !== 'new',
    queryFn: ({ signal }) => call(templateVersions, { params: { key }, signal }),
  });
  const rows = key === 'new' ? [] : asked.data?.rows;
  const shown = rows?.find(({ inForce }) => inForce) ?? rows?.[0];
  const back = (
    <Link to={paths.templates} className="link">
      {t('back')}
    </Link>
  );
  return (
    <Page title={shown?.name[language] ?? t('new_one')} sub={back}>
      {asked.isError ? (
        <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />
      ) : rows === undefined ? (
        <Bones lines={10} />
      ) : (
        <div className="grid gap-6">
          <TemplateEditor
            key={`${key} ${shown?.version ?? ''}`}
            from={shown ? draftOf(shown) : empty}
          />
          <TemplateVersions rows={rows} />
        </div>
      )}
    </Page>
  );
}

function draftOf({ key, channel, purpose, packs, name, wording }: WireTemplate): Draft {
  return { key, channel, purpose, packs, name, wording };
}
