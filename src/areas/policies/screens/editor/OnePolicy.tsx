/** One policy: the version in force or any other in the editor, its life beside it. */
import { useParams } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty } from '#web/ui/states.tsx';
import { usePolicy } from '../life-data.ts';
import { PolicyLife } from '../PolicyLife.tsx';
import type { EditorProps } from './PolicyEditor.tsx';
import { words } from './words.ts';

type Props = {
  kind: string;
  /** Where a kind has one policy only; otherwise the address names it. */
  only?: string;
  /** What policies of the kind are called. */
  title: string;
  /** There is none of that key. */
  gone: string;
  /** The link to where they all are. */
  back: ReactNode;
  children: (editor: EditorProps, version: { name: string; version: number }) => ReactNode;
};

export function OnePolicy({ kind, only, title, gone, back, children }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const language = useLanguage();
  const { key: named = '' } = useParams({ strict: false });
  const key = only ?? named;
  const asked = usePolicy(kind, key);
  const [shown, setShown] = useState<number | null>(null);
  if (asked.isError) {
    return (
      <Page title={title}>
        <Empty title={gone} why={why(asked.error)}>
          {back}
        </Empty>
      </Page>
    );
  }
  const versions = asked.data?.versions ?? [];
  const wanted = shown ?? asked.data?.inForce ?? versions[0]?.version;
  const found = versions.find((each) => each.version === wanted) ?? versions[0];
  if (found === undefined) {
    return (
      <Page title={title}>
        <Bones lines={12} gap={16} />
      </Page>
    );
  }
  const { version, name, written } = found;
  const show = (each: { readonly version: number }): void => setShown(each.version);
  const editor: EditorProps = {
    title: name[language],
    sub: t('key_version', { key, version }),
    saved: written,
    aside: <PolicyLife versions={versions} shown={version} onShow={show} />,
    asideLabel: title,
    onProposed: show,
  };
  // Another version is another text: what was typed into one never stands in the next.
  return <Fragment key={`${key} ${version}`}>{children(editor, { name: key, version })}</Fragment>;
}
