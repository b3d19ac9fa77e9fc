import { ModulesContainer } from "@nestjs/core";
import { ROUTE_ARGS_METADATA } from "@nestjs/common/constants.js";
import { RouteParamtypes } from "@nestjs/common/enums/route-paramtypes.enum.js";
import { startTestApp } from "../test/test-app.js";
import { declarationOf, handlersOf } from "./auth/route-check.js";

const app = await startTestApp();
const handlers = handlersOf(app.app.get(ModulesContainer)).map(
  ({ controller, method, handler }) => [`${controller.name}.${method}`, controller, method, handler] as const,
);
afterAll(() => app.close());

const validated = [RouteParamtypes.BODY, RouteParamtypes.QUERY, RouteParamtypes.PARAM].map(String);

test.each(handlers)("%s declares who may call it and takes real DTO classes", (_name, controller, method, handler) => {
  expect(declarationOf(handler)).toBeDefined();
  // `import type` of a DTO leaves Object here, and validation would silently pass everything.
  const types = (Reflect.getMetadata("design:paramtypes", controller.prototype, method) as unknown[] | undefined) ?? [];
  const args =
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as Record<string, { index: number }> | undefined) ??
    {};
  const dtos = Object.entries(args).flatMap(([key, { index }]) =>
    validated.includes(key.split(":")[0] ?? "") ? [types[index]] : [],
  );
  expect(dtos).not.toContain(Object);
});
