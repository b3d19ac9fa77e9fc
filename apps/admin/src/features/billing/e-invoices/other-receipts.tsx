import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { receiptQueries } from "../collection.queries";

interface Props {
  receiptId: string;
  payerId: string;
  value: string[];
  onChange: (receiptIds: string[]) => void;
  /** Why one that was chosen could not be read. */
  problem?: string | undefined;
}

/** Further receipts of the same payer that go on the same invoice: the latest hundred that stand. */
export function OtherReceipts({ receiptId, payerId, value, onChange, problem }: Props) {
  const { data } = useQuery(receiptQueries.list(useProjectId())({ payerId, status: "VALID", pageSize: 100 }));
  const others = (data?.items ?? []).filter(({ id, chargesFen }) => id !== receiptId && chargesFen > 0);
  if (others.length === 0) return null;
  return (
    <Form.Item
      label="同一付款人的其他收据"
      extra="选中的收据开在同一张发票上"
      {...(problem !== undefined && { validateStatus: "error" as const, help: problem })}
    >
      <Select
        mode="multiple"
        aria-label="同一付款人的其他收据"
        placeholder="不选则只开这一张收据"
        optionFilterProp="label"
        value={value}
        onChange={onChange}
        options={others.map(({ id, receiptNo, bookedOn, chargesFen }) => ({
          value: id,
          label: `${receiptNo}　${bookedOn}　${formatFen(chargesFen)} 元`,
        }))}
      />
    </Form.Item>
  );
}
