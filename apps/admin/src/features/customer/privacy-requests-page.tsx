import type { PrivacyRequestDto, PrivacyRequestQueryDto } from "@linli/contracts";
import { requestKindLabels, requestStateLabels, requesterLabels } from "@linli/contracts/enums";
import { Link } from "react-router";
import { type Column, statusColumn, textColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import "./customer.css";
import { privacyQueries } from "./privacy.queries";
import { RequestActions } from "./request-actions";

const filters = [
  { name: "state", label: "状态", labels: requestStateLabels, width: 120 },
  { name: "kind", label: "请求类型", labels: requestKindLabels, width: 120 },
  { name: "overdue", label: "期限", labels: { true: "已超期", false: "未超期" }, width: 120 },
] satisfies ListFilter<keyof PrivacyRequestQueryDto & string>[];

/** The columns of requests; the customer is left out on his own page. */
export const requestColumns: Column<PrivacyRequestDto>[] = [
  statusColumn("kind", "请求", requestKindLabels, { DELETION: "warning" }),
  statusColumn("state", "状态", requestStateLabels, { OPEN: "warning", IN_PROGRESS: "active", DONE: "good" }),
  textColumn("receivedOn", "收到"),
  {
    key: "dueOn",
    title: "答复期限",
    render: (_value, { dueOn, overdue }) => (
      <span className="customer-tags figures nowrap">
        {dueOn}
        {overdue && <span className="tone tone-bad">已超期</span>}
      </span>
    ),
  },
  {
    key: "requester",
    title: "请求人",
    render: (_value, { requester, requesterName }) =>
      [requesterLabels[requester], requesterName].filter(Boolean).join(" "),
  },
  textColumn("text", "内容"),
  {
    key: "result",
    title: "办理",
    render: (_value, { handlerName, result }) => [handlerName, result].filter(Boolean).join("：") || "—",
  },
  { key: "actions", title: "操作", width: 190, render: (_value, request) => <RequestActions request={request} /> },
];

const columns: Column<PrivacyRequestDto>[] = [
  {
    key: "customerName",
    title: "客户",
    render: (_value, { customerId, customerName }) => (
      <Link to={`../customers/${customerId}?tab=requests`} relative="path">
        {customerName}
      </Link>
    ),
  },
  ...requestColumns,
];

/** Requests about personal data, the overdue first (LAW-38). */
export function PrivacyRequestsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: privacyQueries.requests(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="privacy-requests"
      title="个人信息请求"
      help="customer"
      table={table}
      columns={columns}
      empty="没有请求。客户提出查阅、复制、更正、删除或解释时，在客户档案的“请求”中登记。"
    />
  );
}
