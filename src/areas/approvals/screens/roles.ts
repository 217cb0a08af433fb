/** What the roles that approve are called. */
import { useWords } from '#web/ui/say.ts';
import { words } from './rule-words.ts';

export function useRoleName(): (role: string) => string {
  const t = useWords(words);
  return (role) => {
    if (role === 'senior' || role === 'manager' || role === 'controller' || role === 'cfo') {
      return t(`role_${role}`);
    }
    return t('role_other');
  };
}
