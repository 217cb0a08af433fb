/** What one's role is shown at a glance: the team, the seven figures, or one's own month. */
import { useReader } from '#web/ui/reader.tsx';
import { CfoScreen } from './CfoScreen.tsx';
import { MineScreen } from './MineScreen.tsx';
import { TeamScreen } from './TeamScreen.tsx';

export function DashboardScreen() {
  const { permissions } = useReader();
  if (permissions.includes('dashboards.team')) return <TeamScreen />;
  if (permissions.includes('dashboards.cfo')) return <CfoScreen />;
  return <MineScreen />;
}
