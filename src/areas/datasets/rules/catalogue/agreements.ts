/** Datasets of what was agreed or contested, and of what must be done by when. */
import {
  choice,
  choiceOf,
  count,
  currency,
  day,
  described,
  id,
  money,
  ofAccount,
  orEmpty,
  text,
} from '../columns.ts';
import type { Dataset } from '../dataset.ts';

export const promises: Dataset = {
  key: 'promises',
  entitySet: 'Promises',
  ...described([
    'Promises',
    'Promesas',
    'Every promise to pay: when made, when due, what came, kept or broken.',
    'Cada promesa de pago: cuándo se hizo, cuándo vence, lo recibido, cumplida o incumplida.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId', 'promiseId'],
  columns: [
    ...ofAccount,
    id('promiseId', ['Promise id', 'Id de la promesa', 'Names it.', 'La identifica.']),
    day('madeOn', ['Made', 'Hecha', 'When it was given.', 'Cuándo se dio.']),
    day('dueOn', ['Promised for', 'Prometida para', 'The promised day.', 'El día prometido.']),
    choice('state', ['State', 'Estado', 'How it stands.', 'Cómo está.'], {
      open: ['open', 'abierta'],
      kept: ['kept', 'cumplida'],
      broken: ['broken', 'incumplida'],
      withdrawn: ['withdrawn', 'retirada'],
      partly: ['partly kept', 'cumplida en parte'],
      superseded: ['replaced', 'sustituida'],
    }),
    orEmpty(day('stateOn', ['Since', 'Desde', 'Since when.', 'Desde cuándo.'])),
    currency,
    money('amount', ['Promised', 'Prometido', 'How much was promised.', 'Cuánto se prometió.']),
    money('received', ['Received', 'Recibido', 'What came for it.', 'Lo que llegó por ella.']),
    count('level', [
      'Broken in a row',
      'Incumplidas seguidas',
      'How far the account had escalated when it was made.',
      'Hasta dónde había escalado la cuenta al hacerla.',
    ]),
  ],
};

const planStates = {
  offered: ['offered', 'ofrecido'],
  signed: ['signed', 'firmado'],
  active: ['active', 'activo'],
  late: ['late', 'atrasado'],
  breached: ['breached', 'incumplido'],
  completed: ['completed', 'cumplido'],
  cancelled: ['cancelled', 'cancelado'],
} as const;

export const instalments: Dataset = {
  key: 'instalments',
  entitySet: 'Instalments',
  ...described([
    'Plans and instalments',
    'Planes y cuotas',
    'The instalments of every payment plan, in the version in force, with the plan’s standing.',
    'Las cuotas de cada plan de pagos, en la versión vigente, con el estado del plan.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId', 'planId', 'no'],
  columns: [
    ...ofAccount,
    id('planId', ['Plan id', 'Id del plan', 'Names the plan.', 'Identifica el plan.']),
    choice('planState', ['Plan', 'Plan', 'How the plan stands.', 'Cómo está el plan.'], planStates),
    day('madeOn', ['Agreed', 'Acordado', 'When the plan was made.', 'Cuándo se hizo el plan.']),
    count('no', [
      'No.',
      'N.º',
      'Which instalment; 0 is the down payment.',
      'Qué cuota; 0 es el anticipo.',
    ]),
    day('dueOn', ['Due', 'Vence', 'When it is due.', 'Cuándo vence.']),
    currency,
    money('amount', ['Amount', 'Importe', 'The instalment.', 'La cuota.']),
    money('interest', [
      'Of it interest',
      'De ello interés',
      'Interest in it.',
      'Interés incluido.',
    ]),
    money('planTotal', ['Plan total', 'Total del plan', 'Of the whole plan.', 'De todo el plan.']),
    money('planPaid', ['Plan paid', 'Pagado del plan', 'Paid on the plan.', 'Pagado en el plan.']),
    count('missed', ['Missed', 'Impagadas', 'Instalments missed so far.', 'Cuotas impagadas.']),
  ],
};

export const disputes: Dataset = {
  key: 'disputes',
  entitySet: 'Disputes',
  ...described([
    'Disputes',
    'Reclamos',
    'Every case of a customer who will not pay something: why, who answers, how it ended.',
    'Cada caso de un cliente que no quiere pagar algo: por qué, quién responde, cómo terminó.',
  ]),
  permission: 'accounts.read',
  rowKey: ['accountId', 'caseId'],
  columns: [
    ...ofAccount,
    id('caseId', ['Case id', 'Id del caso', 'Names the case.', 'Identifica el caso.']),
    choiceOf('dispute_reason', 'reason', [
      'Reason',
      'Motivo',
      'Why it is disputed.',
      'Por qué se reclama.',
    ]),
    orEmpty(
      choiceOf('root_cause', 'cause', [
        'Cause',
        'Causa',
        'What lay behind it.',
        'Qué había detrás.',
      ]),
    ),
    choiceOf('department', 'department', [
      'Department',
      'Departamento',
      'Who must answer.',
      'Quién debe responder.',
    ]),
    orEmpty(text('owner', ['Owner', 'Responsable', 'Who answers it.', 'Quién responde.'])),
    choice('state', ['State', 'Estado', 'Where it stands.', 'En qué está.'], {
      open: ['open', 'abierto'],
      with_owner: ['with its owner', 'con el responsable'],
      with_customer: ['with the customer', 'con el cliente'],
      decided: ['decided', 'decidido'],
      closed: ['closed', 'cerrado'],
    }),
    day('openedOn', ['Opened', 'Abierto', 'When it was opened.', 'Cuándo se abrió.']),
    orEmpty(day('answerBy', ['Answer by', 'Responder antes del', 'The limit.', 'El plazo.'])),
    orEmpty(day('decidedOn', ['Decided', 'Decidido', 'When.', 'Cuándo.'])),
    orEmpty(day('closedOn', ['Closed', 'Cerrado', 'When.', 'Cuándo.'])),
    orEmpty(
      choice('closedHow', ['Ended as', 'Terminó como', 'How it ended.', 'Cómo terminó.'], {
        credited: ['credited', 'acreditado'],
        rebilled: ['billed anew', 'refacturado'],
        rejected: ['rejected', 'rechazado'],
        written_off: ['written off', 'castigado'],
        cleared: ['paid', 'pagado'],
        went_back: ['its payment was taken back', 'se revirtió su pago'],
      }),
    ),
    count('daysOpen', [
      'Days open',
      'Días abierto',
      'From opening to closing, or to today.',
      'Desde que se abrió hasta el cierre, o hasta hoy.',
    ]),
    currency,
    money('amount', ['Amount', 'Importe', 'What is disputed.', 'Lo disputado.']),
  ],
};

export const tasks: Dataset = {
  key: 'tasks',
  entitySet: 'Tasks',
  ...described([
    'Tasks',
    'Tareas',
    'Tasks and duties: who does what by when, and what became of it.',
    'Tareas y deberes: quién hace qué para cuándo, y qué fue de ello.',
  ]),
  permission: 'tasks.read',
  rowKey: ['taskId'],
  columns: [
    text('company', ['Company', 'Empresa', 'The code of the company.', 'El código de la empresa.']),
    id('taskId', ['Task id', 'Id de la tarea', 'Names the task.', 'Identifica la tarea.']),
    orEmpty(text('account', ['Account', 'Cuenta', 'The account, if any.', 'La cuenta, si hay.'])),
    text('title', ['Task', 'Tarea', 'What is to be done.', 'Qué hay que hacer.']),
    orEmpty(text('assignee', ['Who', 'Quién', 'Who does it.', 'Quién la hace.'])),
    orEmpty(text('requester', ['Asked by', 'Pedida por', 'Who asked.', 'Quién la pidió.'])),
    choice('priority', ['Priority', 'Prioridad', 'How urgent.', 'Qué tan urgente.'], {
      urgent: ['urgent', 'urgente'],
      high: ['high', 'alta'],
      normal: ['normal', 'normal'],
      low: ['low', 'baja'],
    }),
    choice('state', ['State', 'Estado', 'Where it stands.', 'En qué está.'], {
      open: ['open', 'abierta'],
      in_work: ['in work', 'en curso'],
      waiting: ['waiting', 'en espera'],
      done: ['done', 'hecha'],
      dropped: ['dropped', 'descartada'],
    }),
    orEmpty(day('dueOn', ['Due', 'Vence', 'By when.', 'Para cuándo.'])),
  ],
};

export const deadlines: Dataset = {
  key: 'deadlines',
  entitySet: 'Deadlines',
  ...described([
    'Deadlines',
    'Plazos',
    'Every clock that runs: what must happen by when, by which law or policy.',
    'Cada plazo que corre: qué debe ocurrir y cuándo, por qué ley o política.',
  ]),
  permission: 'clocks.read',
  rowKey: ['deadlineId'],
  columns: [
    text('company', ['Company', 'Empresa', 'The code of the company.', 'El código de la empresa.']),
    id('deadlineId', ['Deadline id', 'Id del plazo', 'Names it.', 'Lo identifica.']),
    orEmpty(text('account', ['Account', 'Cuenta', 'The account, if any.', 'La cuenta, si hay.'])),
    choiceOf('deadline', 'kind', ['Kind', 'Tipo', 'What must happen.', 'Qué debe ocurrir.']),
    text('source', ['Source', 'Fuente', 'The law or policy.', 'La ley o política.']),
    orEmpty(text('owner', ['Owner', 'Responsable', 'Who sees to it.', 'Quién se encarga.'])),
    choice('state', ['State', 'Estado', 'How it stands.', 'Cómo está.'], {
      running: ['running', 'corriendo'],
      paused: ['paused', 'en pausa'],
      met: ['met', 'cumplido'],
      void: ['void', 'anulado'],
    }),
    day('startedOn', ['Started', 'Empezó', 'When it began.', 'Cuándo empezó.']),
    day('dueOn', ['Due', 'Vence', 'When it ends.', 'Cuándo termina.']),
    orEmpty(day('endedOn', ['Ended', 'Terminó', 'When it ended.', 'Cuándo terminó.'])),
  ],
};
