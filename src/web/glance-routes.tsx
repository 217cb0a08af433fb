/** The screens at a glance: the dashboard of one's role, the CFO's seven figures. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const dashboard = behindDoor(
  paths.dashboard,
  lazyRouteComponent(
    () => import('#areas/dashboards/screens/DashboardScreen.tsx'),
    'DashboardScreen',
  ),
);

const cfo = behindDoor(
  paths.cfo,
  lazyRouteComponent(() => import('#areas/dashboards/screens/CfoScreen.tsx'), 'CfoScreen'),
);

const orderOfWork = behindDoor(
  paths.orderOfWork,
  lazyRouteComponent(
    () => import('#areas/worklist/screens/OrderOfWorkScreen.tsx'),
    'OrderOfWorkScreen',
  ),
);

export const glanceRoutes = [dashboard, cfo, orderOfWork];
