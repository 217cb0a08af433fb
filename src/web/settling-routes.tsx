/** The screens of what is given up, charged, and agreed with a customer. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const writeOffs = behindDoor(
  paths.writeOffs,
  lazyRouteComponent(
    () => import('#areas/write-offs/screens/RegisterScreen.tsx'),
    'RegisterScreen',
  ),
);

const smallBalances = behindDoor(
  paths.smallBalances,
  lazyRouteComponent(() => import('#areas/write-offs/screens/SmallScreen.tsx'), 'SmallScreen'),
);

const agencies = behindDoor(
  paths.agencies,
  lazyRouteComponent(
    () => import('#areas/write-offs/screens/AgenciesScreen.tsx'),
    'AgenciesScreen',
  ),
);

const charges = behindDoor(
  paths.charges,
  lazyRouteComponent(() => import('#areas/charges/screens/QuoteScreen.tsx'), 'QuoteScreen'),
);

const chargeRuns = behindDoor(
  paths.chargeRuns,
  lazyRouteComponent(() => import('#areas/charges/screens/RunsScreen.tsx'), 'RunsScreen'),
);

const bookedCharges = behindDoor(
  paths.bookedCharges,
  lazyRouteComponent(() => import('#areas/charges/screens/BookedScreen.tsx'), 'BookedScreen'),
);

const shortPayments = behindDoor(
  paths.shortPayments,
  lazyRouteComponent(() => import('#areas/charges/screens/ShortScreen.tsx'), 'ShortScreen'),
);

const reconciliations = behindDoor(
  paths.reconciliations,
  lazyRouteComponent(
    () => import('#areas/reconciliations/screens/ReconciliationsScreen.tsx'),
    'ReconciliationsScreen',
  ),
);

const reconciliation = behindDoor(
  paths.reconciliation,
  lazyRouteComponent(
    () => import('#areas/reconciliations/screens/ReconciliationScreen.tsx'),
    'ReconciliationScreen',
  ),
);

export const settlingRoutes = [
  writeOffs,
  smallBalances,
  agencies,
  charges,
  chargeRuns,
  bookedCharges,
  shortPayments,
  reconciliations,
  reconciliation,
];
