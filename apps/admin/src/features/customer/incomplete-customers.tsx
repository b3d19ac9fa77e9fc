import { useQuery } from "@tanstack/react-query";
import type { CustomerCompletenessDto, IncompleteCustomerDto, IncompleteCustomerQueryDto } from "@linli/contracts";
import { mandatoryCustomerFieldLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Button, Progress } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { actionsColumn, type Column, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { BuildingSelect } from "../property/building-select";
import { customerQueries } from "./customer.queries";
import { roleTones } from "./customer.words";
import { EditCustomer } from "./edit-customer";

const filters = [
  { name: "q", label: "房号或名称" },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "role", label: "关系", labels: relationRoleLabels, width: 120 },
  { name: "missing", label: "缺少的资料", labels: mandatoryCustomerFieldLabels, width: 160 },
] satisfies ListFilter<keyof IncompleteCustomerQueryDto & string>[];

/** Which mandatory data of owners, tenants and their families are missing, room by room (CUS-05…07). */
export function IncompleteCustomers() {
  const projectId = useProjectId();
  const query = useQuery(customerQueries.completeness(projectId));
  const mayWrite = useCan("customer:write");
  const [completing, setCompleting] = useState<string>();
  const table = useListTable({ list: customerQueries.incomplete(projectId), filters, keep: "memory" });

  const columns: Column<IncompleteCustomerDto>[] = [
    textColumn("roomCode", "房号", { to: ({ roomId }) => `/p/${projectId}/property/rooms/${roomId}?tab=relations` }),
    textColumn("buildingName", "楼栋"),
    textColumn("unitName", "单元"),
    textColumn("customerName", "客户", {
      to: ({ customerId }) => `/p/${projectId}/customer/customers/${customerId}`,
    }),
    statusColumn("role", "关系", relationRoleLabels, roleTones),
    {
      key: "incomplete",
      title: "缺少的资料",
      render: (_value, { incomplete }) => <span className="tone tone-warning">缺 {incomplete.join("、")}</span>,
    },
  ];
  const complete = actionsColumn<IncompleteCustomerDto>(({ customerId, customerName, incomplete }) =>
    // A guardian's consent is no field of the form: it is recorded in the file of the child.
    incomplete.every((field) => field === "监护人同意") ? (
      <Link to={`/p/${projectId}/customer/customers/${customerId}`}>打开档案</Link>
    ) : (
      <Button size="small" aria-label={`补齐 ${customerName} 的资料`} onClick={() => setCompleting(customerId)}>
        补齐
      </Button>
    ),
  );
  return (
    <>
      <QueryView query={query}>{(completeness) => <Figures completeness={completeness} />}</QueryView>
      <ListTable
        name="incomplete-customers"
        table={table}
        columns={mayWrite ? [...columns, complete] : columns}
        empty="所有业主、租户和家庭成员的必填资料都齐全"
      />
      {completing !== undefined && (
        <Completing key={completing} customerId={completing} onClose={() => setCompleting(undefined)} />
      )}
    </>
  );
}

/** The form of a customer's data, as soon as they are read. */
function Completing({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { data } = useQuery(customerQueries.one(useProjectId(), customerId));
  if (!data) return null;
  return <EditCustomer customer={data} shown={{ open: true, onOpenChange: onClose }} />;
}

function Figures({
  completeness: { customers, completeCustomers, missing, roomsWithoutOwner },
}: {
  completeness: CustomerCompletenessDto;
}) {
  const percent = customers === 0 ? 100 : Math.floor((completeCustomers / customers) * 100);
  return (
    <div className="page-figures completeness-figures">
      <StatCard
        title="资料齐全的客户"
        value={`${completeCustomers} / ${customers}`}
        hint={<Progress percent={percent} size="small" aria-label="资料齐全的比例" />}
      />
      {roomsWithoutOwner > 0 && (
        <StatCard title="没有业主的房间" value={`${roomsWithoutOwner} 间`} hint="未售的不算" tone="warning" />
      )}
      {missing.map(({ field, customers: count }) => (
        <StatCard key={field} title={`缺${field}`} value={`${count} 人`} tone="warning" />
      ))}
    </div>
  );
}
