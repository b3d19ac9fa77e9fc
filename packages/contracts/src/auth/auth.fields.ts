import { Transform } from "class-transformer";
import { IsString, Matches, MaxLength, MinLength } from "class-validator";
import { normalisePhone } from "../common/documents.js";
import { Label } from "../common/label.js";
import { PASSWORD_MAX } from "./password-rules.js";

const composed =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

/** The mobile number a person signs in with; blanks, dashes, 86 and full-width digits are tolerated. */
export const Mobile = (label: string): PropertyDecorator =>
  composed(
    Label(label),
    Transform(({ value }: { value: unknown }) =>
      typeof value === "string" && value.length < 40 ? normalisePhone(value) : value,
    ),
    IsString({ message: `${label}必须是文字` }),
    Matches(/^1[3-9]\d{9}$/, { message: `${label}应为 11 位手机号` }),
  );

/** A password as typed: never trimmed, never changed. The rules for a new one are in password-rules. */
export const Password = (label: string): PropertyDecorator =>
  composed(
    Label(label),
    IsString({ message: `${label}必须是文字` }),
    MinLength(1, { message: `请填写${label}` }),
    MaxLength(PASSWORD_MAX, { message: `${label}不能超过 ${PASSWORD_MAX} 个字符` }),
  );
