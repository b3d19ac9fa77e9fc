import { Transform, Type } from "class-transformer";
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from "class-validator";
import { Label } from "./label.js";

/**
 * One decorator per kind of field. Each carries the Chinese label, validates, and says in Chinese what is wrong.
 * The OpenAPI document and the console's form rules are read from the same metadata.
 */

interface Common {
  /** The field may be left out or be null. */
  optional?: boolean;
}

/** Largest amount the system takes in one figure: 10 billion yuan in fen. */
export const MAX_FEN = 1_000_000_000_000;

const EMOJI = /\p{Extended_Pictographic}/u;
// Control characters apart from line feed and tab, invisible separators and direction marks, halves of surrogate pairs
// (they are no characters and PostgreSQL refuses them in jsonb).
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;

const PLAIN_TEXT = "含有不能使用的字符（表情或控制字符）";

const isPlain = (text: string, multiline: boolean) =>
  !CONTROL.test(text) && !EMOJI.test(text) && (multiline || !text.includes("\n"));

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

function compose(label: string, { optional = false }: Common, ...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    Label(label)(target, property);
    if (optional) IsOptional()(target, property);
    for (const decorate of decorators) decorate(target, property);
  };
}

const check = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });

/** Text of one line or, with `multiline`, several; trimmed; no control characters, no emoji. */
export function Text(
  label: string,
  options: Common & { max: number; min?: number; pattern?: RegExp; patternMessage?: string; multiline?: boolean },
): PropertyDecorator {
  const { max, min = options.optional ? 0 : 1, pattern, patternMessage, multiline = false } = options;
  return compose(
    label,
    options,
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== "string") return value;
      const trimmed = value.trim();
      return options.optional && trimmed === "" ? null : trimmed;
    }),
    IsString({ message: ({ value }) => ((value ?? null) === null ? `请填写${label}` : `${label}必须是文字`) }),
    ...(min > 0 ? [MinLength(min, { message: min === 1 ? `请填写${label}` : `${label}至少 ${min} 个字` })] : []),
    MaxLength(max, { message: `${label}不能超过 ${max} 个字` }),
    check("isPlainText", `${label}${PLAIN_TEXT}`, (value) => typeof value !== "string" || isPlain(value, multiline)),
    ...(pattern ? [Matches(pattern, { message: patternMessage ?? `${label}格式不正确` })] : []),
  );
}

/** Letters, digits and - _ . # / only, as in room codes and fee item codes; full-width digits are refused with a word. */
export function Code(label: string, options: Common & { max?: number } = {}): PropertyDecorator {
  return Text(label, {
    max: 32,
    ...options,
    pattern: /^[A-Za-z0-9\u4e00-\u9fa5][A-Za-z0-9\u4e00-\u9fa5\-_.#/]*$/,
    patternMessage: `${label}只能用汉字、半角字母、数字和 - _ . # /（不能用全角字符或空格）`,
  });
}

/** The id of a thing: a UUID. */
export function Id(label: string, options: Common = {}): PropertyDecorator {
  return compose(label, options, IsUUID("all", { message: `${label}不是有效的编号` }));
}

/** A list of ids without repetition. */
export function Ids(label: string, options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 1, max = 1000 } = options;
  return compose(
    label,
    options,
    IsArray({ message: `${label}必须是列表` }),
    ArrayMinSize(min, { message: `${label}至少选 ${min} 项` }),
    ArrayMaxSize(max, { message: `${label}一次最多 ${max} 项` }),
    ArrayUnique({ message: `${label}有重复` }),
    IsUUID("all", { each: true, message: `${label}里有无效的编号` }),
  );
}

/** A whole number. */
export function Int(label: string, options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 1_000_000_000 } = options;
  return compose(
    label,
    options,
    IsInt({ message: `${label}必须是整数` }),
    Min(min, { message: `${label}不能小于 ${min}` }),
    Max(max, { message: `${label}不能大于 ${max}` }),
  );
}

/** A list of different whole numbers. */
export function Ints(
  label: string,
  options: Common & { min?: number; max?: number; maxItems?: number } = {},
): PropertyDecorator {
  const { min = 0, max = 1_000_000_000, maxItems = 100 } = options;
  return compose(
    label,
    options,
    IsArray({ message: `${label}必须是列表` }),
    ArrayMaxSize(maxItems, { message: `${label}最多 ${maxItems} 项` }),
    ArrayUnique({ message: `${label}不能重复` }),
    IsInt({ each: true, message: `${label}的每一项必须是整数` }),
    Min(min, { each: true, message: `${label}的每一项不能小于 ${min}` }),
    Max(max, { each: true, message: `${label}的每一项不能大于 ${max}` }),
  );
}

/** A whole number in a query string. */
export function QueryInt(label: string, options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  return (target, property) => {
    Type(() => Number)(target, property);
    Int(label, options)(target, property);
  };
}

/** An amount in fen. By default at least 0 and at most ten billion yuan. */
export function Fen(label: string, options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = MAX_FEN } = options;
  return compose(
    label,
    options,
    IsInt({ message: `${label}必须是以分为单位的整数` }),
    Min(min, { message: min === 1 ? `${label}必须大于 0` : `${label}不能小于 ${(min / 100).toFixed(2)} 元` }),
    Max(max, { message: `${label}太大` }),
  );
}

/** A decimal number as text: prices, areas (m²), readings. At most 12 digits before the point. */
export function Decimal(
  label: string,
  options: Common & { places: number; min?: string; max?: string; positive?: boolean },
): PropertyDecorator {
  const { places, positive = false } = options;
  const pattern = places > 0 ? new RegExp(`^(0|[1-9]\\d{0,11})(\\.\\d{1,${places}})?$`) : /^(0|[1-9]\d{0,11})$/;
  return compose(
    label,
    options,
    Matches(pattern, { message: `${label}必须是不小于 0、最多 ${places} 位小数的数字` }),
    ...(positive
      ? [check("isPositiveDecimal", `${label}必须大于 0`, (v) => typeof v !== "string" || Number(v) > 0)]
      : []),
    ...(options.max
      ? [
          check(
            "isDecimalAtMost",
            `${label}不能大于 ${options.max}`,
            (v) => typeof v !== "string" || Number(v) <= Number(options.max),
          ),
        ]
      : []),
  );
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day of the calendar between 1900 and 2199, written YYYY-MM-DD. */
export function isCalendarDate(value: unknown): boolean {
  const match = typeof value === "string" ? /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = [Number(`${match[1]}${match[2]}`), Number(match[3]), Number(match[4])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** A day of the calendar, YYYY-MM-DD; 2026-02-30 is refused. */
export function DateOnly(label: string, options: Common = {}): PropertyDecorator {
  return compose(label, options, check("isCalendarDate", `${label}不是有效的日期（如 2026-01-31）`, isCalendarDate));
}

/** A month, YYYY-MM. */
export function Period(label: string, options: Common = {}): PropertyDecorator {
  return compose(
    label,
    options,
    Matches(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, { message: `${label}不是有效的月份（如 2026-01）` }),
  );
}

/** One of a fixed set of values; `labels` is the exhaustive record of their Chinese names. */
export function Choice(label: string, labels: Record<string, string>, options: Common = {}): PropertyDecorator {
  const names = Object.values(labels).join("、");
  return compose(label, options, IsIn(Object.keys(labels), { message: `${label}只能是：${names}` }));
}

/** Several of a fixed set of values. */
export function Choices(label: string, labels: Record<string, string>, options: Common = {}): PropertyDecorator {
  const names = Object.values(labels).join("、");
  return compose(
    label,
    options,
    IsArray({ message: `${label}必须是列表` }),
    ArrayUnique({ message: `${label}有重复` }),
    IsIn(Object.keys(labels), { each: true, message: `${label}只能是：${names}` }),
  );
}

/** Yes or no. */
export function Flag(label: string, options: Common = {}): PropertyDecorator {
  return compose(label, options, IsBoolean({ message: `${label}只能是“是”或“否”` }));
}

/** Yes or no in a query string. */
export function QueryFlag(label: string): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => (value === "true" ? true : value === "false" ? false : value))(
      target,
      property,
    );
    Flag(label, { optional: true })(target, property);
  };
}

/** A list of texts. */
export function Texts(label: string, options: Common & { max: number; maxItems?: number }): PropertyDecorator {
  return compose(
    label,
    options,
    IsArray({ message: `${label}必须是列表` }),
    ArrayMaxSize(options.maxItems ?? 100, { message: `${label}最多 ${options.maxItems ?? 100} 项` }),
    IsString({ each: true, message: `${label}的每一项必须是文字` }),
    MaxLength(options.max, { each: true, message: `${label}的每一项不能超过 ${options.max} 个字` }),
    check(
      "arePlainTexts",
      `${label}的某一项${PLAIN_TEXT}`,
      (value) => !Array.isArray(value) || value.every((text) => typeof text !== "string" || isPlain(text, false)),
    ),
  );
}

/** One nested object. */
export function Part(label: string, type: () => new () => object, options: Common = {}): PropertyDecorator {
  return compose(
    label,
    options,
    check("isObject", `${label}格式不正确`, isObject),
    ValidateNested({ message: `${label}有误` }),
    Type(type),
  );
}

/** A list of nested objects. */
export function Parts(
  label: string,
  type: () => new () => object,
  options: Common & { min?: number; max?: number } = {},
): PropertyDecorator {
  const { min = 0, max = 1000 } = options;
  return compose(
    label,
    options,
    IsArray({ message: `${label}必须是列表` }),
    ArrayMinSize(min, { message: `${label}至少 ${min} 项` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 项` }),
    // class-validator takes a list within the list for further items and looks no deeper when it is empty
    check("areObjects", `${label}的每一项格式不正确`, (value) => !Array.isArray(value) || value.every(isObject)),
    ValidateNested({ each: true, message: `${label}有误` }),
    Type(type),
  );
}

/** Validates the field only when the condition on the whole object holds. */
export const When = (condition: (dto: never) => boolean): PropertyDecorator =>
  ValidateIf((dto: object) => condition(dto as never));
