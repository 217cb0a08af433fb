import { expect, test } from 'vitest';
import { named, overview, usage } from './help.ts';

const start = { name: 'start', usage: '', summary: { en: 'the server', es: 'el servidor' } };
const list = { name: 'strategies list', usage: '[--json]', summary: { en: 'Lists', es: 'Lista' } };
const show = { name: 'strategies show', usage: '<key>', summary: { en: 'Shows', es: 'Muestra' } };
const commands = [start, list, show];

test('the overview has one line a command and leaves the options out', () => {
  expect(overview(commands, 'en').split('\n')).toEqual([
    '  start            The server',
    '  strategies list  Lists',
    '  strategies show  Shows',
    '',
    'dunlin help COMMAND says what a command takes.',
  ]);
});

test('a command without options is called by its name alone', () => {
  expect(usage(start, 'es')).toBe('dunlin start\n  El servidor');
  expect(usage(show, 'en')).toBe('dunlin strategies show <key>\n  Shows');
});

test('a first word names every command that begins with it, and no part of a word does', () => {
  expect(named(commands, ['strategies'])).toEqual([list, show]);
  expect(named(commands, ['strategies', 'show'])).toEqual([show]);
  expect(named(commands, ['strat'])).toEqual([]);
});
