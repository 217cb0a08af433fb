/** The screens of the reports that send themselves. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const packs = behindDoor(
  paths.packs,
  lazyRouteComponent(() => import('#areas/packs/screens/PacksScreen.tsx'), 'PacksScreen'),
);

const late = behindDoor(
  paths.packsLate,
  lazyRouteComponent(() => import('#areas/packs/screens/LateScreen.tsx'), 'LateScreen'),
);

const issue = behindDoor(
  paths.packIssue,
  lazyRouteComponent(() => import('#areas/packs/screens/IssueScreen.tsx'), 'IssueScreen'),
);

export const packRoutes = [packs, late, issue];
