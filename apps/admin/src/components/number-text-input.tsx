import { Input, type InputProps } from "antd";
import { useState } from "react";
import { normalizeNumberText } from "../lib/money";

interface Props extends Omit<InputProps, "value" | "onChange"> {
  /** The value as plain text. */
  text: string;
  /** What may stand in the field while typing. */
  allowed: RegExp;
  onText: (text: string) => void;
}

/** A text field that takes only what can become the wanted number; full-width digits and thousands separators are understood. */
export function NumberTextInput({ text, allowed, onText, onBlur, onFocus, className, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null);

  function handleChange(raw: string) {
    const next = normalizeNumberText(raw);
    if (!allowed.test(next)) return;
    setDraft(next);
    onText(next);
  }

  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      className={["figures", className].filter(Boolean).join(" ")}
      value={draft ?? text}
      onChange={(event) => handleChange(event.target.value)}
      onFocus={(event) => {
        event.target.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setDraft(null);
        onBlur?.(event);
      }}
    />
  );
}
