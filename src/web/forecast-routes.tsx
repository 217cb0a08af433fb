/** The screens of the cash forecast and of early warnings. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const cash = behindDoor(
  paths.forecast,
  lazyRouteComponent(() => import('#areas/forecast/screens/CashScreen.tsx'), 'CashScreen'),
);

const alerts = behindDoor(
  paths.forecastAlerts,
  lazyRouteComponent(() => import('#areas/forecast/screens/AlertsScreen.tsx'), 'AlertsScreen'),
);

export const forecastRoutes = [cash, alerts];
