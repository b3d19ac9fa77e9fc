import type { DuplicateDto, DuplicateQueryDto, MergeSideDto } from "@linli/contracts";
import { duplicateReasonLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { type Column, statusColumn } from "../../components/columns";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import "./customer.css";
import { mergeQueries } from "./merge.queries";

const filters = [{ name: "by", label: "相同之处", labels: duplicateReasonLabels, width: 150 }] satisfies ListFilter<
  keyof DuplicateQueryDto & string
>[];

/** The older entry stays unless somebody swaps them. */
const mergeAddress = ({ older, newer }: DuplicateDto) => `merge?survivorId=${older.id}&mergedId=${newer.id}`;

const columns: Column<DuplicateDto>[] = [
  statusColumn("by", "相同之处", duplicateReasonLabels, { NAME_PHONE: "warning", NAME_ROOM: "active" }),
  { key: "older", title: "较早录入", render: (_value, { older }) => <Side side={older} /> },
  { key: "newer", title: "较晚录入", render: (_value, { newer }) => <Side side={newer} /> },
  {
    key: "merge",
    title: "操作",
    width: 90,
    render: (_value, pair) => (
      <Link to={mergeAddress(pair)} aria-label={`核对合并 ${pair.older.name} ${pair.older.number}`}>
        核对合并
      </Link>
    ),
  },
];

/** Customers who were probably entered twice. */
export function DuplicatesPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: mergeQueries.duplicates(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="customer-duplicates"
      title="疑似重复客户"
      help="customer"
      table={table}
      columns={columns}
      empty="没有疑似重复的客户。"
      actions={
        <Link to="merge">
          <Button tabIndex={-1}>选择客户合并</Button>
        </Link>
      }
    />
  );
}

function Side({ side: { id, name, number, mobileMasked, idNumberMasked, roomCodes } }: { side: MergeSideDto }) {
  const facts = [mobileMasked, idNumberMasked, roomCodes.join("、")].filter(Boolean).join(" · ");
  return (
    <>
      <Link to={`../customers/${id}`} relative="path">
        {name}
      </Link>{" "}
      <span className="figures">{number}</span>
      <div className="quiet figures">{facts || "没有电话、证件和房间"}</div>
    </>
  );
}
