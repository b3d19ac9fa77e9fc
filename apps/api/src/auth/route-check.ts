import type { ModulesContainer } from "@nestjs/core";
import { METHOD_METADATA } from "@nestjs/common/constants.js";
import { Open, Requires, RequiresAnywhere, SignedIn } from "../common/requires.js";

type HandlerClass = { name: string; prototype: object };

/** Every handler of the API: its class, method name and function. */
export function handlersOf(modules: ModulesContainer): { controller: HandlerClass; method: string; handler: object }[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as HandlerClass;
    return Object.getOwnPropertyNames(controller.prototype)
      .map((method) => ({ controller, method, handler: Reflect.get(controller.prototype, method) as object }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler));
  });
}

/** The rights declaration of a handler, or undefined. */
export function declarationOf(handler: object): string | undefined {
  for (const [kind, decorator] of Object.entries({ Requires, RequiresAnywhere, SignedIn, Open })) {
    const value = Reflect.getMetadata(decorator.KEY, handler) as string | true | undefined;
    if (value !== undefined) return value === true ? kind : `${kind} ${value}`;
  }
  return undefined;
}

/** Stops the start when a handler declares no right: forgetting must not open a door. */
export function refuseUndeclaredRoutes(modules: ModulesContainer): void {
  const undeclared = handlersOf(modules)
    .filter(({ handler }) => declarationOf(handler) === undefined)
    .map(({ controller, method }) => `${controller.name}.${method}`);
  if (undeclared.length > 0) throw new Error(`These handlers declare no permission: ${undeclared.join(", ")}`);
}
