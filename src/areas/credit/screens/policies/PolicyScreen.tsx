/** One credit policy: the version in force or any other in the editor, its life beside it. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { PolicyLife, usePolicy } from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty } from '#web/ui/states.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';
import { words } from './words.ts';

export function PolicyScreen() {
  const t = useWords(words);
  const why = useWhy();
  const language = useLanguage();
  const { key = '' } = useParams({ strict: false });
  const asked = usePolicy('credit', key);
  const [shown, setShown] = useState<number | null>(null);
  if (asked.isError) {
    return (
      <Page title={t('policy')}>
        <Empty title={t('gone')} why={why(asked.error)}>
          <Link to={paths.creditPolicies} className="link">
            {t('back')}
          </Link>
        </Empty>
      </Page>
    );
  }
  const versions = asked.data?.versions ?? [];
  const wanted = shown ?? asked.data?.inForce ?? versions[0]?.version;
  const version = versions.find((each) => each.version === wanted) ?? versions[0];
  if (version === undefined) {
    return (
      <Page title={t('policy')}>
        <Bones lines={12} gap={16} />
      </Page>
    );
  }
  return (
    <PolicyEditor
      key={`${key} ${version.version}`}
      title={version.name[language]}
      sub={t('key_version', { key, version: version.version })}
      saved={version.written}
      aside={
        <PolicyLife
          versions={versions}
          shown={version.version}
          onShow={(each) => setShown(each.version)}
        />
      }
      onProposed={(made) => setShown(made.version)}
    />
  );
}
