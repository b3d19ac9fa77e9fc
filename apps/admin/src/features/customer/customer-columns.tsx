import type { CustomerDto } from "@linli/contracts";
import { customerKindLabels, idTypeLabels } from "@linli/contracts/enums";
import { type Column, statusColumn, textColumn } from "../../components/columns";
import { CustomerTags } from "./customer-tags";

/** The columns of every list of customers. `to` leads to the customer's page. */
export const customerColumns = (to: (customer: CustomerDto) => string): Column<CustomerDto>[] => [
  textColumn("name", "客户名称", { to }),
  textColumn("number", "客户编号"),
  statusColumn("kind", "类型", customerKindLabels, { COMPANY: "active" }),
  {
    key: "roomCodes",
    title: "房间",
    render: (_value, { roomCodes, roomCount }) =>
      roomCount === 0 ? "—" : roomCodes.join("、") + (roomCount > roomCodes.length ? ` 等 ${roomCount} 间` : ""),
  },
  textColumn("mobileMasked", "手机"),
  {
    key: "idType",
    title: "证件",
    render: (_value, { idType, idNumberMasked }) =>
      idNumberMasked ? <span className="figures">{idNumberMasked}</span> : idType ? idTypeLabels[idType] : "—",
  },
  {
    key: "incomplete",
    title: "标签与资料",
    render: (_value, customer) => <CustomerTags customer={customer} otherwise="齐全" />,
  },
];
