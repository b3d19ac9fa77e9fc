import { useQuery } from "@tanstack/react-query";
import type { FeeItemDto } from "@linli/contracts";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { feeItemQueries } from "./fee-items.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** Only items for which this holds, e.g. one-off items. */
  only?: (item: FeeItemDto) => boolean;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a fee item of the project; an item below another stands after it, and is found by its name too (上级项目, BIL-01). */
export function FeeItemSelect({ value, only, placeholder = "全部项目", allowClear = true, style, ...rest }: Props) {
  const { data } = useQuery(feeItemQueries.all(useProjectId()));
  const items = inFamilies(data?.items ?? []).filter((item) => only?.(item) ?? true);
  return (
    <Select
      {...rest}
      allowClear={allowClear}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={items.map(({ id, name, parentName }) => ({
        value: id,
        label: parentName === null ? name : `${parentName} / ${name}`,
      }))}
      style={{ width: 180, ...style }}
    />
  );
}

/** Items in their order, each with those below it right behind. */
function inFamilies(items: readonly FeeItemDto[]): FeeItemDto[] {
  const known = new Set(items.map(({ id }) => id));
  const heads = items.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return heads.flatMap((head) => [head, ...items.filter(({ parentId }) => parentId === head.id)]);
}
