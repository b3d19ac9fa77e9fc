import { useQuery } from "@tanstack/react-query";
import type { RateDto } from "@linli/contracts";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { priceInWords } from "./rate-words";
import { rateQueries } from "./rates.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** Leaves out what can no longer be bound. */
  activeOnly?: boolean;
  placeholder?: string;
  allowClear?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a rate of the project, gathered by fee item. */
export function RateSelect({
  value,
  activeOnly = false,
  placeholder = "全部标准",
  allowClear = true,
  style,
  ...rest
}: Props) {
  const { data } = useQuery(rateQueries.all(useProjectId()));
  const rates = (data?.items ?? []).filter(({ active }) => active || !activeOnly);
  const items = [...new Set(rates.map(({ feeItemName }) => feeItemName))];
  return (
    <Select
      {...rest}
      allowClear={allowClear}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={items.map((item) => ({
        label: item,
        options: rates
          .filter(({ feeItemName }) => feeItemName === item)
          .map((rate) => ({ value: rate.id, label: `${item} · ${rate.name}`, rate })),
      }))}
      optionRender={({ data: option }) =>
        "rate" in option ? (
          <>
            {(option.rate as RateDto).name}
            <span className="option-hint">{priceInWords(option.rate as RateDto)}</span>
          </>
        ) : null
      }
      style={{ width: 200, ...style }}
    />
  );
}
