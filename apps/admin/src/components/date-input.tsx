import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  allowClear?: boolean;
  /** Earliest and latest value that can be chosen. */
  min?: string;
  max?: string;
  style?: React.CSSProperties;
  "aria-label"?: string;
  autoFocus?: boolean;
}

const DAY = "YYYY-MM-DD";
const MONTH = "YYYY-MM";
// The first is shown; all are understood when typed.
const dayFormats = [DAY, "YYYYMMDD", "YYYY/M/D", "YYYY.M.D", "YYYY-M-D"];
const monthFormats = [MONTH, "YYYYMM", "YYYY/M", "YYYY-M"];

const toDayjs = (value: string | null | undefined): Dayjs | null => (value ? dayjs(value) : null);
const toText = (value: Dayjs | null, format: string): string | null => value?.format(format) ?? null;

/** A day as YYYY-MM-DD; can be typed, also as 20261123 or 2026/11/23. */
export function DateInput({ value, onChange, min, max, style, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      onKeyDown={keepForm}
      value={toDayjs(value)}
      format={dayFormats}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(next) => onChange?.(toText(next, DAY))}
      style={{ width: "100%", ...style }}
    />
  );
}

/** A month as YYYY-MM. */
export function PeriodPicker({ value, onChange, min, max, style, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      onKeyDown={keepForm}
      picker="month"
      value={toDayjs(value)}
      format={monthFormats}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      onChange={(next) => onChange?.(toText(next, MONTH))}
      style={{ width: "100%", ...style }}
    />
  );
}

/** Enter confirms what was typed; without this the browser would submit the form as well. */
const keepForm = (event: React.KeyboardEvent): void => {
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
};

type RangeText = [string | undefined, string | undefined];

/** Two days or two months; either end may be open. */
export function RangeInput({
  of = "dates",
  value,
  onChange,
  id,
  "aria-label": label,
}: {
  of?: "dates" | "periods";
  value?: RangeText;
  onChange?: (value: RangeText | undefined) => void;
  id?: string;
  "aria-label"?: string;
}) {
  const isMonths = of === "periods";
  return (
    <DatePicker.RangePicker
      id={id ? { start: id, end: `${id}-end` } : undefined}
      aria-label={label}
      picker={isMonths ? "month" : "date"}
      format={isMonths ? monthFormats : dayFormats}
      allowEmpty={[true, true]}
      value={value && [toDayjs(value[0]), toDayjs(value[1])]}
      onChange={(range) => {
        const format = isMonths ? MONTH : DAY;
        onChange?.(range ? [toText(range[0], format) ?? undefined, toText(range[1], format) ?? undefined] : undefined);
      }}
    />
  );
}
