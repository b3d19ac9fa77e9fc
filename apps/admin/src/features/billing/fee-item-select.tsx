import { useQuery } from "@tanstack/react-query";
import type { FeeItemDto } from "@linli/contracts";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { feeItemQueries } from "./fee-items.queries";

interface ChoiceProps {
  id?: string;
  /** Only items for which this holds, e.g. one-off items. */
  only?: (item: FeeItemDto) => boolean;
  placeholder?: string;
  disabled?: boolean;
}

interface Props extends ChoiceProps {
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  allowClear?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a fee item of the project; an item below another stands after it, and is found by its name too (上级项目, BIL-01). */
export function FeeItemSelect({ value, only, placeholder = "全部项目", allowClear = true, style, ...rest }: Props) {
  const options = useOptions(only);
  return (
    <Select
      {...rest}
      allowClear={allowClear}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      style={{ width: 180, ...style }}
    />
  );
}

interface SeveralProps extends ChoiceProps {
  value?: string[] | null;
  onChange?: (ids: string[]) => void;
}

/** Picks several fee items of the project, kept in the order in which they were picked. */
export function FeeItemsSelect({ value, only, placeholder = "请选择", ...rest }: SeveralProps) {
  const options = useOptions(only);
  return (
    <Select
      {...rest}
      mode="multiple"
      allowClear
      value={value ?? []}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      style={{ width: "100%" }}
    />
  );
}

function useOptions(only: ChoiceProps["only"]) {
  const { data } = useQuery(feeItemQueries.all(useProjectId()));
  return inFamilies(data?.items ?? [])
    .filter((item) => only?.(item) ?? true)
    .map(({ id, name, parentName }) => ({ value: id, label: parentName === null ? name : `${parentName} / ${name}` }));
}

/** Items in their order, each with those below it right behind. */
function inFamilies(items: readonly FeeItemDto[]): FeeItemDto[] {
  const known = new Set(items.map(({ id }) => id));
  const heads = items.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return heads.flatMap((head) => [head, ...items.filter(({ parentId }) => parentId === head.id)]);
}
