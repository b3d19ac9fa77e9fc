import { useQuery } from "@tanstack/react-query";
import type { CustomerCompletenessDto, IncompleteCustomerDto, IncompleteCustomerQueryDto } from "@linli/contracts";
import { mandatoryCustomerFieldLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Button, Progress } from "antd";
import { useState } from "react";
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
import { RecordConsent } from "./record-consent";
import "../property/property.css";

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
  const [completing, setCompleting] = useState<IncompleteCustomerDto>();
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
  const complete = actionsColumn<IncompleteCustomerDto>((row) => (
    <Button size="small" aria-label={`补齐 ${row.customerName} 的资料`} onClick={() => setCompleting(row)}>
      补齐
    </Button>
  ));
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
        <Completing key={completing.id} row={completing} onClose={() => setCompleting(undefined)} />
      )}
    </>
  );
}

/** The form that completes a customer's data, as soon as they are read. */
function Completing({ row: { customerId, incomplete }, onClose }: { row: IncompleteCustomerDto; onClose: () => void }) {
  const { data } = useQuery(customerQueries.one(useProjectId(), customerId));
  if (!data) return null;
  const shown = { open: true, onOpenChange: onClose };
  // A guardian's consent is no field of the customer's form: it is recorded with who gave it and how.
  const onlyConsent = incomplete.every((field) => field === "监护人同意");
  return onlyConsent ? <RecordConsent customer={data} shown={shown} /> : <EditCustomer customer={data} shown={shown} />;
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
