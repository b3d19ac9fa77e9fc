import "reflect-metadata";
import * as contracts from "@linli/contracts";
import { ModulesContainer, NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { DocumentBuilder, SwaggerModule } from "@nestjs/swagger";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppModule } from "./app.module.js";
import { readConfig } from "./config.js";
import { addExamples } from "./openapi/examples.js";
import { applyFieldRules, formRules } from "./openapi/field-rules.js";
import { describeOperations, operationIdOf } from "./openapi/operations.js";

// Generated just before this runs and not committed; an ordinary build does without it.
const metadataFile = "./metadata.js";
const { default: metadata } = (await import(metadataFile)) as { default: () => Promise<Record<string, unknown>> };

const config = readConfig({
  DATABASE_URL: "postgres://nobody@localhost/none",
  JWT_SECRET: "not a secret: nothing is signed here",
  DATA_KEY: `none:${Buffer.alloc(32).toString("base64")}`,
});
const app = await NestFactory.create(AppModule.of(config), new FastifyAdapter(), { preview: true, logger: ["error"] });
await SwaggerModule.loadPluginMetadata(metadata);

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../package.json"), "utf8")) as {
  version: string;
};
const description = new DocumentBuilder()
  .setTitle("邻里物业 API")
  .setDescription("金额一律是以分为单位的整数；日期为 YYYY-MM-DD，月份为 YYYY-MM；错误为 application/problem+json。")
  .setVersion(version)
  .addServer("/api")
  .addBearerAuth()
  .addSecurityRequirements("bearer")
  .addGlobalResponse({ status: "default", description: "出错", type: contracts.ProblemDto })
  .build();
const document = SwaggerModule.createDocument(app, description, {
  extraModels: [contracts.ProblemDto],
  operationIdFactory: operationIdOf,
});
applyFieldRules(document, contracts);
describeOperations(document, app.get(ModulesContainer));
addExamples(document);

const here = import.meta.dirname;
writeFileSync(path.resolve(here, "../openapi.json"), `${JSON.stringify(document, null, 2)}\n`);
const rules = path.resolve(here, "../../admin/src/api/rules.json");
writeFileSync(rules, `${JSON.stringify(formRules(document, contracts), null, 2)}\n`);
process.exit(0);
