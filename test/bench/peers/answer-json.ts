/** A server that answers each JSON body by a function, and says where it listens. */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

export async function answerJson(answer: (question: unknown) => Promise<unknown>): Promise<void> {
  const server = createServer(async (request, response) => {
    try {
      const body = JSON.stringify(await answer(await json(request)));
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
  server.listen(Number(process.env['PORT']), '127.0.0.1');
}
