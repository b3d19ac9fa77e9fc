import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useProjectId } from "../../../lib/session";
import { debitQueries } from "./debit.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  placeholder?: string;
  allowClear?: boolean;
  "aria-label"?: string;
}

/** Picks a bank debit scheme that is in use. */
export function SchemeSelect({ value, placeholder = "选择托收方案", ...rest }: Props) {
  const { data } = useQuery(debitQueries.schemes(useProjectId()));
  const schemes = data?.items.filter(({ active, id }) => active || id === value);
  return (
    <Select
      {...rest}
      value={value ?? undefined}
      placeholder={placeholder}
      notFoundContent="还没有托收方案，请先在“托收方案”页建立"
      options={schemes?.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ width: "100%", minWidth: 160 }}
    />
  );
}
