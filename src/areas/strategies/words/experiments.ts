/** What the experiments say on the command line. */
import type { Catalogue } from '#kernel/words.ts';

export const experimentWords = {
  'command.experiments_list': {
    en: 'lists the experiments of the strategies in force, with what came of each',
    es: 'lista los experimentos de las estrategias vigentes, con lo que resultó de cada uno',
  },
  'command.experiments_show': {
    en: 'shows both sides of an experiment, the difference and its interval',
    es: 'muestra ambos lados de un experimento, la diferencia y su intervalo',
  },
  'command.experiments_start': {
    en: 'starts an experiment: accounts are split from the next run on',
    es: 'inicia un experimento: las cuentas se reparten desde la próxima ejecución',
  },
  'command.experiments_stop': {
    en: 'stops an experiment: all accounts go back to the strategy in force',
    es: 'detiene un experimento: las cuentas vuelven a la estrategia vigente',
  },
  'strategies.no_experiments': { en: 'No experiments.', es: 'No hay experimentos.' },
  'strategies.experiment_strategy': { en: 'Strategy', es: 'Estrategia' },
  'strategies.experiment_challenger': { en: 'Challenger', es: 'Retadora' },
  'strategies.experiment_share': { en: 'Share', es: 'Parte' },
  'strategies.experiment_from': { en: 'From', es: 'Desde' },
  'strategies.experiment_to': { en: 'To', es: 'Hasta' },
  'strategies.experiment_interval': { en: 'Difference (95 %)', es: 'Diferencia (95 %)' },
  'strategies.experiment_off': { en: 'off', es: 'apagado' },
  'strategies.experiment_waits': { en: 'waits for its first day', es: 'espera su primer día' },
  'strategies.experiment_runs': { en: 'runs', es: 'en marcha' },
  'strategies.experiment_over': { en: 'over', es: 'terminado' },
  'strategies.experiment_no_challenger': {
    en: 'the challenger is not in force',
    es: 'la retadora no está vigente',
  },
  'strategies.experiment_head': {
    en: '{strategy} against {challenger}, {share} % of its accounts, {from} to {to}',
    es: '{strategy} frente a {challenger}, {share} % de sus cuentas, del {from} al {to}',
  },
  'strategies.experiment_word': {
    en: 'Last switched by {by}, {at}: {reason}',
    es: 'Último cambio por {by}, {at}: {reason}',
  },
  'strategies.experiment_side': {
    en: '{name}: {accounts, plural, one {# account} other {# accounts}}, {share} % collected',
    es: '{name}: {accounts, plural, one {# cuenta} other {# cuentas}}, {share} % cobrado',
  },
  'strategies.experiment_difference': {
    en: 'Difference: {difference} points, {interval}',
    es: 'Diferencia: {difference} puntos, {interval}',
  },
  'strategies.experiment_between': { en: '{from} to {to} points', es: 'de {from} a {to} puntos' },
  'strategies.experiment_too_few': { en: 'too few accounts', es: 'muy pocas cuentas' },
  'strategies.experiment_open': {
    en: 'Nobody knows yet which is better.',
    es: 'Aún no se sabe cuál es mejor.',
  },
  'strategies.experiment_better': {
    en: '{name} is better beyond chance.',
    es: '{name} es mejor, más allá del azar.',
  },
  'strategies.experiment_started': {
    en: 'The experiment of {strategy} starts with the next run.',
    es: 'El experimento de {strategy} empieza con la próxima ejecución.',
  },
  'strategies.experiment_stopped': {
    en: 'The experiment of {strategy} is stopped.',
    es: 'El experimento de {strategy} se detuvo.',
  },
} satisfies Catalogue;
