/** The screens of strategies: their documents, their runs, what they propose and try. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const strategySteps = behindDoor(
  paths.strategySteps,
  lazyRouteComponent(() => import('#areas/strategies/screens/runs/StepsScreen.tsx'), 'StepsScreen'),
);

const strategyRuns = behindDoor(
  paths.strategyRuns,
  lazyRouteComponent(() => import('#areas/strategies/screens/runs/RunsScreen.tsx'), 'RunsScreen'),
);

const simulations = behindDoor(
  paths.simulations,
  lazyRouteComponent(
    () => import('#areas/strategies/screens/runs/SimulationsScreen.tsx'),
    'SimulationsScreen',
  ),
);

const experiments = behindDoor(
  paths.experiments,
  lazyRouteComponent(
    () => import('#areas/strategies/screens/experiments/ExperimentsScreen.tsx'),
    'ExperimentsScreen',
  ),
);

const strategies = behindDoor(
  paths.strategies,
  lazyRouteComponent(
    () => import('#areas/strategies/screens/documents/StrategiesScreen.tsx'),
    'StrategiesScreen',
  ),
);

const newStrategy = behindDoor(
  paths.newStrategy,
  lazyRouteComponent(
    () => import('#areas/strategies/screens/documents/NewStrategyScreen.tsx'),
    'NewStrategyScreen',
  ),
);

const strategy = behindDoor(
  paths.strategy,
  lazyRouteComponent(
    () => import('#areas/strategies/screens/documents/StrategyScreen.tsx'),
    'StrategyScreen',
  ),
);

export const strategyRoutes = [
  strategySteps,
  strategyRuns,
  simulations,
  experiments,
  strategies,
  newStrategy,
  strategy,
] as const;
