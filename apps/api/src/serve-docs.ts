import { SwaggerModule, type OpenAPIObject } from "@nestjs/swagger";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Serves the committed API description at /api/openapi.json and its reader at /api/docs. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const file = path.resolve(import.meta.dirname, "../openapi.json");
  const document = JSON.parse(await readFile(file, "utf8")) as OpenAPIObject;
  SwaggerModule.setup("api/docs", app, document, {
    jsonDocumentUrl: "api/openapi.json",
    customSiteTitle: "邻里物业 API",
  });
}
