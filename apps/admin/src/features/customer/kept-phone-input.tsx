import { Button, Input } from "antd";

interface Props {
  id?: string;
  /** undefined: as it is; null: to be removed; text: the new number. */
  value?: string | null;
  onChange?: (value: string | null | undefined) => void;
  /** The stored number, masked; nobody sees it whole here. */
  masked: string | null;
  /** Whether it may be removed. */
  removable?: boolean;
}

/** A stored number that stays as long as nothing is typed. */
export function KeptPhoneInput({ id, value, onChange, masked, removable = true }: Props) {
  const isRemoved = value === null;
  return (
    <Input
      id={id}
      value={value ?? ""}
      placeholder={isRemoved ? "保存后移除" : masked ? `${masked}（不修改请留空）` : undefined}
      inputMode="tel"
      autoComplete="off"
      onChange={(event) => onChange?.(event.target.value === "" ? undefined : event.target.value)}
      suffix={
        removable && masked && !value ? (
          <Button
            type="link"
            size="small"
            className="inline-button"
            onClick={() => onChange?.(isRemoved ? undefined : null)}
          >
            {isRemoved ? "恢复" : "移除"}
          </Button>
        ) : (
          <span />
        )
      }
    />
  );
}
