import { Form, type FormItemProps } from "antd";
import { createContext, useContext } from "react";
import { fieldRule, toFormRules } from "../lib/form-rules";

/** The DTO whose rules the fields below follow. */
export const FormDto = createContext<string | undefined>(undefined);

interface Props extends Omit<FormItemProps, "name"> {
  name: string | number | (string | number)[];
  /** Another DTO than the form's, for nested parts: `<Field dto="PhoneDto" name={[index, "number"]}>`. */
  dto?: string;
}

/**
 * A form item that brings the API's own rules (required mark, lengths, pattern, words) and label by the field's name.
 * `rules` given here are checked in addition.
 */
export function Field({ name, dto: ownDto, label, rules = [], ...rest }: Props) {
  const formDto = useContext(FormDto);
  const dto = ownDto ?? formDto;
  const field = String(Array.isArray(name) ? name.at(-1) : name);
  const rule = dto === undefined ? undefined : fieldRule(dto, field);
  const shownLabel = label === undefined ? rule?.label : label;
  const named = rule && typeof shownLabel === "string" ? { ...rule, label: shownLabel } : rule;
  return (
    <Form.Item
      {...rest}
      name={name}
      label={shownLabel}
      rules={[...(named ? toFormRules(field, named) : []), ...rules]}
      messageVariables={typeof shownLabel === "string" ? { label: shownLabel } : undefined}
    />
  );
}
