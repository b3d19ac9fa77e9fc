import { ModulesContainer } from "@nestjs/core";
import { startTestApp } from "../test/test-app.js";
import { declarationOf, handlersOf } from "./auth/route-check.js";

const app = await startTestApp();
const handlers = handlersOf(app.app.get(ModulesContainer)).map(
  ({ controller, method, handler }) => [`${controller.name}.${method}`, controller, method, handler] as const,
);
afterAll(() => app.close());

test.each(handlers)("%s declares who may call it and takes real DTO classes", (_name, controller, method, handler) => {
  expect(declarationOf(handler)).toBeDefined();
  // `import type` of a DTO leaves Object here, and validation would silently pass everything.
  const types = Reflect.getMetadata("design:paramtypes", controller.prototype, method) as unknown[] | undefined;
  expect(types ?? []).not.toContain(Object);
});
