import { labelsOf, permissionLabels, type Permission } from "@linli/contracts";
import type { ModulesContainer } from "@nestjs/core";
import type { OpenAPIObject } from "@nestjs/swagger";
import { handlersOf } from "../auth/route-check.js";
import { Open, Requires, RequiresAnywhere, SignedIn } from "../common/requires.js";
import { rulesOf } from "./field-rules.js";

interface Operation {
  operationId?: string;
  description?: string;
  parameters?: { name: string; description?: string; schema?: Record<string, unknown> }[];
}

/** The id of an operation in the description, by which a client's function is named. */
export const operationIdOf = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, "")}_${method}`;

/** Says of every operation which right it needs, and of its parameters what their DTO classes know. */
export function describeOperations(document: OpenAPIObject, modules: ModulesContainer): void {
  const operations = new Map(
    Object.values(document.paths)
      .flatMap((path) => Object.values(path) as Operation[])
      .map((operation) => [operation.operationId, operation]),
  );
  for (const { controller, method, handler } of handlersOf(modules)) {
    const operation = operations.get(operationIdOf(controller.name, method));
    if (!operation) continue;
    operation.description = [operation.description, rightOf(handler)].filter(Boolean).join("\n\n");
    const types = (Reflect.getMetadata("design:paramtypes", controller.prototype, method) ?? []) as unknown[];
    for (const dto of types.filter(isDto)) describeParameters(operation, dto);
  }
}

const isDto = (type: unknown): type is { name: string; prototype: object } =>
  typeof type === "function" && Object.keys(labelsOf(type as never)).length > 0;

function describeParameters(operation: Operation, dto: { name: string; prototype: object }): void {
  const rules = rulesOf(dto);
  for (const parameter of operation.parameters ?? []) {
    const rule = rules[parameter.name];
    if (!rule) continue;
    const { label, required: _required, patternMessage: _message, ...schema } = rule;
    if (label) parameter.description = [label, parameter.description].filter(Boolean).join("：");
    Object.assign((parameter.schema ??= {}), schema);
  }
}

function rightOf(handler: object): string {
  const right = (decorator: { KEY: string }) => Reflect.getMetadata(decorator.KEY, handler) as Permission | undefined;
  const [needed, anywhere] = [right(Requires), right(RequiresAnywhere)];
  if (needed) return `需要权限：${permissionLabels[needed]}（${needed}）`;
  if (anywhere) return `需要在任一管理区有权限：${permissionLabels[anywhere]}（${anywhere}）`;
  if (Reflect.getMetadata(SignedIn.KEY, handler)) return "登录即可调用";
  return Reflect.getMetadata(Open.KEY, handler) ? "无需登录" : "";
}
