import { ValidationPipe, type ValidationError } from "@nestjs/common";
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

/** Checks every body, query and path against its DTO; unknown fields are refused; messages are the DTO's own. */
export const validationPipe = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidInput(fieldsOf(errors)),
  });
