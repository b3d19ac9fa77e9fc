import type { InputProps } from "antd";
import { parseYuan, yuanText } from "../lib/money";
import { NumberTextInput } from "./number-text-input";

interface Props extends Omit<InputProps, "value" | "onChange" | "defaultValue"> {
  /** Fen. */
  value?: number | null;
  onChange?: (fen: number | null) => void;
  /** Amounts below zero too. */
  allowNegative?: boolean;
}

/** Typed in yuan, kept in fen. */
export function MoneyInput({ value, onChange, allowNegative = false, ...rest }: Props) {
  return (
    <NumberTextInput
      suffix="元"
      placeholder="0.00"
      {...rest}
      text={value === null || value === undefined ? "" : yuanText(value)}
      allowed={allowNegative ? /^-?\d{0,10}(\.\d{0,2})?$/ : /^\d{0,10}(\.\d{0,2})?$/}
      onText={(text) => onChange?.(parseYuan(text))}
    />
  );
}
