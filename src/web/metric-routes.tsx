/** The screens of the figures: metrics, goals, activity beside result, the allowance. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

export const metricRoutes = [
  behindDoor(
    paths.metrics,
    lazyRouteComponent(() => import('#areas/metrics/screens/MetricsScreen.tsx'), 'MetricsScreen'),
  ),
  behindDoor(
    paths.goals,
    lazyRouteComponent(() => import('#areas/metrics/screens/GoalsScreen.tsx'), 'GoalsScreen'),
  ),
  behindDoor(
    paths.activity,
    lazyRouteComponent(() => import('#areas/metrics/screens/ActivityScreen.tsx'), 'ActivityScreen'),
  ),
  behindDoor(
    paths.allowance,
    lazyRouteComponent(
      () => import('#areas/metrics/screens/AllowanceScreen.tsx'),
      'AllowanceScreen',
    ),
  ),
];
