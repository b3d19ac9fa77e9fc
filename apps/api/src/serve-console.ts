import fastifyStatic from "@fastify/static";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import path from "node:path";
import type { Config } from "./config.js";

/** Serves the built console: hashed assets for a year, and the page itself for every path that is not the API's. */
export async function serveConsole(app: NestFastifyApplication, config: Config): Promise<void> {
  if (!config.CONSOLE_DIR) return;
  const root = path.resolve(config.CONSOLE_DIR);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      void response.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get("/*", (request, reply) => {
    if (request.url.startsWith("/api/")) return reply.callNotFound();
    return reply.sendFile("index.html");
  });
}
