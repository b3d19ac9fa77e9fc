import { useQuery } from "@tanstack/react-query";
import { relationRoleLabels } from "@linli/contracts/enums";
import { Select } from "antd";
import { Field } from "../../components/field";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { customerQueries } from "./customer.queries";
import { lastsOrComes } from "./customer.words";

/** The owner or tenant of the room to whose household a family member belongs (CUS-04). */
export function HeadField({ roomId }: { roomId: string }) {
  const { data } = useQuery(customerQueries.ofRoom(useProjectId(), roomId));
  const heads = new Map(
    data?.relations
      .filter((one) => (one.role === "OWNER" || one.role === "TENANT") && lastsOrComes(one, today()))
      .map(({ customerId, customerName, role }) => [customerId, `${customerName}（${relationRoleLabels[role]}）`]),
  );
  return (
    <Field name="headId" extra="属于哪位业主或租户的家庭">
      <Select
        allowClear
        placeholder="不指定"
        options={[...heads].map(([value, label]) => ({ value, label }))}
        notFoundContent="这个房间还没有业主或租户"
      />
    </Field>
  );
}
