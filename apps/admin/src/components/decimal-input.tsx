import type { InputProps } from "antd";
import { NumberTextInput } from "./number-text-input";

interface Props extends Omit<InputProps, "value" | "onChange" | "defaultValue"> {
  /** A decimal string, e.g. "94.56". */
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** Places after the point. */
  places?: number;
  /** Shown behind the field, e.g. m². */
  unit?: string;
}

/** A decimal number kept as text (areas, unit prices, readings, rates): "094.5" becomes "94.5". */
export function DecimalInput({ value, onChange, places = 2, unit, ...rest }: Props) {
  const allowed = places > 0 ? new RegExp(`^\\d{0,12}(\\.\\d{0,${places}})?$`) : /^\d{0,12}$/;
  return (
    <NumberTextInput
      suffix={unit}
      {...rest}
      text={value ?? ""}
      allowed={allowed}
      onText={(text) => onChange?.(tidyDecimal(text))}
    />
  );
}

/** "094.50" → "94.50", ".5" → "0.5", "12." → "12"; null when there is no digit. */
export function tidyDecimal(text: string): string | null {
  const [whole = "", places = ""] = text.split(".");
  if (whole === "" && places === "") return null;
  const trimmed = whole.replace(/^0+(?=\d)/, "") || "0";
  return places === "" ? trimmed : `${trimmed}.${places}`;
}
