/** One strategy: any of its versions in the editor, its life beside it, its simulation below. */
import { Link } from '@tanstack/react-router';
import { OnePolicy } from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { SimulatePanel } from './SimulatePanel.tsx';
import { StrategyEditor } from './StrategyEditor.tsx';
import { words } from './words.ts';

export function StrategyScreen() {
  const t = useWords(words);
  const back = (
    <Link to={paths.strategies} className="link">
      {t('back')}
    </Link>
  );
  return (
    <OnePolicy kind="strategy" title={t('strategies')} gone={t('gone')} back={back}>
      {(editor, version) => <StrategyEditor {...editor} below={<SimulatePanel {...version} />} />}
    </OnePolicy>
  );
}
