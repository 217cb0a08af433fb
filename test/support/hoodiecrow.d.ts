declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Message = { raw: string; uid?: number; internaldate?: string | Date };
  type Folder = { messages: Message[]; uidvalidity?: number };
  type Options = {
    plugins?: string[];
    storage?: Record<string, Folder>;
    users?: Record<string, object>;
  };
  type ImapServer = {
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(ended: () => void): void;
    getMailbox(name: string): Folder;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
  };
  export default function hoodiecrow(options: Options): ImapServer;
}
