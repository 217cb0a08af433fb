/** The screens of saved reports and of the builder. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const reports = behindDoor(
  paths.reports,
  lazyRouteComponent(() => import('#areas/datasets/screens/ReportsScreen.tsx'), 'ReportsScreen'),
);

const reportBuild = behindDoor(
  paths.reportBuild,
  lazyRouteComponent(() => import('#areas/datasets/screens/BuildScreen.tsx'), 'BuildScreen'),
);

const reportOf = behindDoor(
  paths.reportOf,
  lazyRouteComponent(() => import('#areas/datasets/screens/BuildScreen.tsx'), 'BuildScreen'),
);

export const reportRoutes = [reports, reportBuild, reportOf];
