/** `dunlin start`: the server, the web app and the workers, as `npm start` runs them. */
import type { Command, Exit } from '#platform/cli/command.ts';

export const startCommand: Command = {
  on: 'nothing',
  name: 'start',
  usage: '',
  summary: {
    en: 'The server, the web app and the workers; embedded database unless DATABASE_URL is set',
    es: 'El servidor, la aplicación web y los procesos; base integrada si no hay DATABASE_URL',
  },
  async run(): Promise<Exit> {
    // The server runs until it is told to stop, and sets the exit code itself.
    await import('#server/main.ts');
    return 0;
  },
};
