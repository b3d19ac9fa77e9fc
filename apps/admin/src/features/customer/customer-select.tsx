import { useQuery } from "@tanstack/react-query";
import type { CustomerDto } from "@linli/contracts";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useProjectId } from "../../lib/session";
import { customerQueries } from "./customer.queries";

interface Props {
  id?: string;
  value?: string | null;
  /** The id of the customer, and the customer himself. */
  onChange?: (customerId: string | null, customer?: CustomerDto) => void;
  placeholder?: string;
  disabled?: boolean;
  allowClear?: boolean;
  autoFocus?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a customer by name, number, telephone (also its last four digits) or whole ID number. */
export function CustomerSelect({
  value,
  onChange,
  placeholder = "姓名、客户编号、电话或证件号",
  style,
  ...rest
}: Props) {
  const projectId = useProjectId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<CustomerDto>();
  const q = useDeferredValue(text.trim().slice(0, 60));
  const { data, isFetching } = useQuery(customerQueries.options(projectId, q));
  // A customer chosen elsewhere (a link, a stored filter) is fetched for his name.
  const isFar = Boolean(value) && value !== chosen?.id;
  const far = useQuery({ ...customerQueries.one(projectId, value ?? ""), enabled: isFar });
  const known = isFar ? far.data : value ? chosen : undefined;
  const found = data?.items ?? [];
  const customers = known && !found.some(({ id }) => id === known.id) ? [known, ...found] : found;

  return (
    <Select
      {...rest}
      value={value && customers.some(({ id }) => id === value) ? value : undefined}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      notFoundContent={isFetching ? "正在查找…" : "没有找到客户"}
      defaultActiveFirstOption
      options={customers.map((customer) => ({ value: customer.id, label: customer.name, customer }))}
      optionRender={({ data: { customer } }) => (
        <>
          <b>{customer.name}</b> <span className="option-hint figures">{hintOf(customer)}</span>
        </>
      )}
      onChange={(customerId: string | undefined) => {
        const customer = customers.find(({ id }) => id === customerId);
        setText("");
        setChosen(customer);
        onChange?.(customerId ?? null, customer);
      }}
      style={{ width: "100%", ...style }}
    />
  );
}

const hintOf = ({ number, mobileMasked, roomCodes }: CustomerDto): string =>
  [number, mobileMasked, roomCodes.join("、")].filter(Boolean).join(" · ");
