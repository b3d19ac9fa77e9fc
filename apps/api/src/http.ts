import cookie from "@fastify/cookie";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { ModulesContainer, NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { Logger } from "nestjs-pino";
import { randomUUID } from "node:crypto";
import { AppModule } from "./app.module.js";
import { refuseUndeclaredRoutes } from "./auth/route-check.js";
import { Clock } from "./common/clock.js";
import type { Config } from "./config.js";
import { serveDocs } from "./serve-docs.js";

/** Largest JSON body in bytes. Files come as multipart with limits of their own. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** The API as it serves: security headers, cookies, limits, request ids. Not yet listening. */
export async function createApp(config: Config, clock = new Clock()): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // as many proxies as configured are believed, counted from this server outwards
    trustProxy: (_address, hop) => hop < config.TRUST_PROXY,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, clock), adapter, {
    bufferLogs: true,
    // signatures of payment channels are over the bytes that came
    rawBody: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix("api", { exclude: ["health/live", "health/ready", "metrics"] });
  app.enableShutdownHooks();
  if (config.CORS_ORIGINS) app.enableCors({ origin: config.CORS_ORIGINS.split(","), credentials: true });
  await app.register(helmet, { contentSecurityPolicy });
  await app.register(compress, { threshold: 2048, encodings: ["gzip", "deflate"] });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1, fields: 20 } });
  await app.register(rateLimit, { global: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook("onRequest", (request, reply, done) => {
      void reply.header("x-request-id", request.id);
      done();
    });
  refuseUndeclaredRoutes(app.get(ModulesContainer));
  await serveDocs(app);
  return app;
}

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    // antd writes its styles at run time
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    connectSrc: ["'self'"],
    frameSrc: ["'self'", "blob:"],
    objectSrc: ["'none'"],
    upgradeInsecureRequests: null,
  },
};
