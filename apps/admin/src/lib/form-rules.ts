import type { FormRule } from "antd";
import allRules from "../api/rules.json";
import { formatFen } from "./money";

/** What the API demands of one field; src/api/rules.json holds `{ [dto]: { [field]: FieldRule } }`, made from openapi.json. */
export interface FieldRule {
  /** The Chinese name of the field. */
  label?: string;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  /** Regular expression (source) that the trimmed text must match. */
  pattern?: string;
  /** The sentence when it does not. */
  patternMessage?: string;
  /** Bounds of a number; of fen when the field's name ends in Fen. */
  minimum?: number;
  maximum?: number;
  enum?: readonly (string | number)[];
  /** "date" (YYYY-MM-DD), "period" (YYYY-MM), "uuid", "decimal" … */
  format?: string;
  minItems?: number;
  maxItems?: number;
}

const rules = allRules as Record<string, Record<string, FieldRule>>;

/** What the API demands of a field of a DTO; undefined when it is not described. */
export const fieldRule = (dto: string, field: string): FieldRule | undefined => rules[dto]?.[field];

/**
 * antd rules by field of a DTO, in the API's own words: `<Form.Item name="roomNo" rules={rulesOf("CreateRoomDto").roomNo}>`.
 * `<Field>` does this by itself.
 */
export function rulesOf(dto: string): Record<string, FormRule[]> {
  return Object.fromEntries(Object.entries(rules[dto] ?? {}).map(([field, rule]) => [field, toFormRules(field, rule)]));
}

/** A list that may be empty is not asked for. */
const isRequired = ({ required = false, minItems }: FieldRule) => required && minItems !== 0;

/** The antd rules of one field. */
export function toFormRules(field: string, rule: FieldRule): FormRule[] {
  return [
    {
      required: isRequired(rule),
      validator: (_rule: unknown, value: unknown) => {
        const violation = violationOf(field, rule, value);
        return violation === null ? Promise.resolve() : Promise.reject(new Error(violation));
      },
    },
  ];
}

/** The sentence about what is wrong with a value, as the API would put it; null when nothing is. */
export function violationOf(field: string, rule: FieldRule, raw: unknown): string | null {
  const label = rule.label ?? "此项";
  const value = typeof raw === "string" ? raw.trim() : raw;
  const isList = Array.isArray(value);
  if (value === undefined || value === null || value === "" || (isList && value.length === 0)) {
    return isRequired(rule) ? `请填写${label}` : null;
  }
  if (isList) return listViolation(label, rule, value.length);
  if (typeof value === "number") return numberViolation(field, label, rule, value);
  if (typeof value === "string") return textViolation(label, rule, value);
  return null;
}

function listViolation(label: string, { minItems = 0, maxItems = Infinity }: FieldRule, count: number): string | null {
  if (count < minItems) return `${label}至少 ${minItems} 项`;
  if (count > maxItems) return `${label}最多 ${maxItems} 项`;
  return null;
}

function numberViolation(field: string, label: string, rule: FieldRule, value: number): string | null {
  const { minimum = -Infinity, maximum = Infinity } = rule;
  const isMoney = field.endsWith("Fen");
  if (value < minimum) {
    if (isMoney) return minimum === 1 ? `${label}必须大于 0` : `${label}不能小于 ${formatFen(minimum)} 元`;
    return `${label}不能小于 ${minimum}`;
  }
  if (value > maximum) return isMoney ? `${label}太大` : `${label}不能大于 ${maximum}`;
  return null;
}

function textViolation(label: string, rule: FieldRule, value: string): string | null {
  const { minLength = 0, maxLength = Infinity, pattern } = rule;
  if (value.length < minLength) return `${label}至少 ${minLength} 个字`;
  if (value.length > maxLength) return `${label}不能超过 ${maxLength} 个字`;
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return rule.patternMessage ?? `${label}格式不正确`;
  if (rule.enum && !rule.enum.includes(value)) return `请重新选择${label}`;
  return null;
}
