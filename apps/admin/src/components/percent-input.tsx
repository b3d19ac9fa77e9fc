import type { ComponentProps } from "react";
import { fromPercent, toPercent } from "../lib/percent";
import { DecimalInput } from "./decimal-input";

/** A share kept as a decimal ('0.0005') and written in per cent ('0.05'). `places` are those of the per cent. */
export function PercentInput({ value, onChange, ...rest }: ComponentProps<typeof DecimalInput>) {
  return (
    <DecimalInput
      unit="%"
      {...rest}
      value={value ? toPercent(value) : value}
      onChange={(percent) => onChange?.(percent === null ? null : fromPercent(percent))}
    />
  );
}
