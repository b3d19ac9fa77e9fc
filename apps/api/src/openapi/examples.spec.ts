import "reflect-metadata";
import * as contracts from "@linli/contracts";
import { plainToInstance } from "class-transformer";
import { validateSync } from "class-validator";
import { readFileSync } from "node:fs";
import path from "node:path";

interface Media {
  schema?: { $ref?: string };
  example?: unknown;
}
interface Operation {
  operationId: string;
  description?: string;
  parameters?: { name: string; description?: string; schema?: { example?: unknown } }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

const document = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../openapi.json"), "utf8")) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.values(document.paths)
  .flatMap((methods) => Object.values(methods))
  .map((operation) => [operation.operationId, operation] as const);
const dtos = contracts as unknown as Record<string, (new () => object) | undefined>;

const bodies = operations.flatMap(([id, { requestBody }]) => {
  const json = requestBody?.content["application/json"];
  const dto = dtos[json?.schema?.$ref?.split("/").at(-1) ?? ""];
  return json && dto ? [[id, dto, json.example as object] as const] : [];
});

test("there are bodies to look at", () => {
  expect(bodies.length).toBeGreaterThan(40);
});

test.each(bodies)("the example of %s is a request the API takes", (_id, dto, example) => {
  const faults = validateSync(plainToInstance(dto, example), { whitelist: true, forbidNonWhitelisted: true });
  expect(faults.map(({ property, constraints, children }) => ({ property, constraints, children }))).toEqual([]);
});

test.each(operations)("%s says which right it needs, and shows what it answers", (_id, operation) => {
  expect(operation.description).toMatch(/需要权限|需要在任一管理区有权限|登录即可调用|无需登录/);
  for (const { content } of Object.values(operation.responses)) {
    const json = content?.["application/json"];
    if (json?.schema) expect(json.example).toBeDefined();
  }
  for (const { schema } of operation.parameters ?? []) expect(schema?.example).toBeDefined();
});
