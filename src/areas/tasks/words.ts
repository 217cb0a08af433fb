/** What the tasks say: every refusal, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { TasksRefusal } from './rules/refusal.ts';

const refusals = {
  'task.already_so': {
    en: 'The task is so already.',
    es: 'La tarea ya está así.',
  },
  'task.circle': {
    en: 'The tasks would wait for each other in a circle of {count}. Take one of them out.',
    es: 'Las tareas se esperarían en un círculo de {count}. Quite una de ellas.',
  },
  'task.company_unknown': {
    en: 'No such company is yours to see.',
    es: 'No puede ver ninguna empresa con ese código.',
  },
  'task.due_day_missing': {
    en: 'A time of the day and a duty that comes again need a day. Say by when.',
    es: 'Una hora y una tarea que se repite necesitan un día. Diga para cuándo.',
  },
  'task.lines_left': {
    en: '{count, plural, one {# line of its list is} other {# lines of its list are}} not done yet. Tick them, or drop the task with a reason.',
    es: '{count, plural, one {Falta # línea de su lista} other {Faltan # líneas de su lista}}. Márquelas o descarte la tarea con un motivo.',
  },
  'task.needs_others_first': {
    en: '{count, plural, one {# other task has} other {# other tasks have}} to be done first.',
    es: '{count, plural, one {Antes hay que terminar # tarea} other {Antes hay que terminar # tareas}}.',
  },
  'task.needs_reason': {
    en: 'Say why the task is dropped.',
    es: 'Diga por qué se descarta la tarea.',
  },
  'task.needs_whom': {
    en: 'Say on whom or what the task waits.',
    es: 'Diga a quién o qué espera la tarea.',
  },
  'task.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'task.no_such_line': {
    en: 'The list has no line {line}.',
    es: 'La lista no tiene la línea {line}.',
  },
  'task.no_such_need': {
    en: 'A task that it needs is not there.',
    es: 'Falta una de las tareas que necesita.',
  },
  'task.no_such_person': {
    en: 'Nobody who works here is meant.',
    es: 'Esa persona no trabaja aquí.',
  },
  'task.no_such_task': { en: 'There is no such task.', es: 'No existe esa tarea.' },
  'task.not_yours': {
    en: '“{title}” is another’s task. Ask them, or who leads the team.',
    es: '«{title}» es tarea de otra persona. Pídaselo a ella o a quien dirige el equipo.',
  },
  'task.person_sees_other_companies': {
    en: '{name} does not see this company.',
    es: '{name} no ve esta empresa.',
  },
  'task.priority_is_the_managers': {
    en: 'Only who leads the team says how urgent a task is.',
    es: 'Solo quien dirige el equipo dice cuán urgente es una tarea.',
  },
} satisfies Readonly<Record<TasksRefusal, Phrase>>;

const commands = {
  'command.tasks': {
    en: 'lists tasks in the order to take them; `add` makes one, `done` finishes one',
    es: 'lista las tareas en el orden de hacerlas; `add` crea una, `done` termina una',
  },
  'tasks.id': { en: 'Task', es: 'Tarea' },
  'tasks.due': { en: 'Due', es: 'Vence' },
  'tasks.priority': { en: 'Priority', es: 'Prioridad' },
  'tasks.state': { en: 'State', es: 'Estado' },
  'tasks.title': { en: 'What', es: 'Qué' },
  'tasks.account': { en: 'Account', es: 'Cuenta' },
  'tasks.assignee': { en: 'Whose', es: 'De quién' },
  'tasks.box': { en: 'Minutes', es: 'Minutos' },
  'tasks.priority_urgent': { en: 'urgent', es: 'urgente' },
  'tasks.priority_high': { en: 'high', es: 'alta' },
  'tasks.priority_normal': { en: 'normal', es: 'normal' },
  'tasks.priority_low': { en: 'low', es: 'baja' },
  'tasks.state_open': { en: 'open', es: 'abierta' },
  'tasks.state_in_work': { en: 'in work', es: 'en curso' },
  'tasks.state_waiting': { en: 'waiting', es: 'en espera' },
  'tasks.state_done': { en: 'done', es: 'hecha' },
  'tasks.state_dropped': { en: 'dropped', es: 'descartada' },
  'tasks.none': { en: 'No tasks.', es: 'No hay tareas.' },
  'tasks.made': { en: 'Task {task}: {title}', es: 'Tarea {task}: {title}' },
  'tasks.moved': { en: 'The task is {state}.', es: 'La tarea está {state}.' },
  'tasks.user_unknown': {
    en: 'Nobody here has the address {user}.',
    es: 'Nadie aquí tiene la dirección {user}.',
  },
} satisfies Catalogue;

export const words = { ...refusals, ...commands } satisfies Catalogue;
