import type { IncomingMessage, ServerResponse } from "node:http";
import { MockApi } from "./mock-api.ts";

/* `PLANNER_MOCK=1 npm run dev`: the API in memory behind the development server. */

interface Middlewares {
  use(handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
}

const hues = [18, 205, 140];

function picture(id: string): string {
  const hue = hues[Number(id.replace(/\D/g, "")) % hues.length] ?? 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 60% 72%)"/><stop offset="1" stop-color="hsl(${hue + 40} 45% 38%)"/></linearGradient></defs><rect width="400" height="400" fill="url(#g)"/><circle cx="200" cy="210" r="92" fill="hsl(${hue} 30% 92%)"/><circle cx="200" cy="210" r="70" fill="hsl(${hue} 45% 30%)"/></svg>`;
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return request.headers["content-type"]?.startsWith("application/json") && text ? JSON.parse(text) : undefined;
}

export function attach(middlewares: Middlewares) {
  const api = new MockApi();
  middlewares.use((request, response, next) => {
    const url = request.url ?? "/";
    if (url.startsWith("/api/events")) {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(": open\n\n");
      return;
    }
    const media = /^\/api\/media\/([^/]+)\/(thumbnail|content|preview\?side=\d+$)/.exec(url);
    if (media) {
      response.writeHead(200, { "Content-Type": "image/svg+xml" });
      response.end(picture(media[1] ?? ""));
      return;
    }
    if (!url.startsWith("/api/") && url !== "/health") return next();
    void read(request).then((body) => {
      const answer = api.answer(request.method ?? "GET", url, body, new Headers(request.headers as Record<string, string>));
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
}
