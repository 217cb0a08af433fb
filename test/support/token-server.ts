/** A server that gives access tokens for a refresh token, as those of hosted mail do. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `answers` are given in their order, the last one for ever. */
export async function tokenServer(answers: readonly object[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push(Buffer.concat(parts).toString());
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
      response.statusCode = 'error' in answer ? 400 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A listening TCP server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    tokenUrl: `http://127.0.0.1:${port}/token`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
