import { ValidationPipe, type ValidationError } from "@nestjs/common";
import { getMetadataStorage } from "class-validator";
import { InvalidInput } from "./rule-violation.js";

/** What Nest itself says of a body that is a list or a bare value. */
const NO_OBJECT = "Validation failed (object is expected)";

function inChinese(rule: string, message: string, property: string): string {
  if (rule === "whitelistValidation") return `不认识的字段「${property}」`;
  return message === NO_OBJECT ? "提交的内容应为一个对象" : message;
}

/** The sentences of a validation error by field path, e.g. `phones.0.number`. */
export function fieldsOf(errors: ValidationError[], path = ""): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const error of errors) {
    const here = path ? `${path}.${error.property}` : error.property;
    const children = error.children ?? [];
    if (children.length > 0) Object.assign(fields, fieldsOf(children, here));
    const sentences = Object.entries(error.constraints ?? {})
      .filter(([name]) => !(children.length > 0 && name === "nestedValidation"))
      .map(([name, message]) => inChinese(name, message, error.property));
    if (sentences.length > 0) fields[here] = sentences;
  }
  return fields;
}

/**
 * The rules of a class are looked for once: class-validator searches all classes there are for those a class inherits, at
 * every object it checks. Nothing here goes by groups.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, "getTargetValidationMetadatas")) return;
  const search = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<typeof search>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const known = groups?.length ? undefined : found.get(target);
    if (known) return known;
    const rules = search(target, schema, always, strictGroups, groups);
    if (!groups?.length) found.set(target, rules);
    return rules;
  };
}

/** Checks every body, query and path against its DTO; unknown fields are refused; messages are the DTO's own. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidInput(fieldsOf(errors)),
  });
}
