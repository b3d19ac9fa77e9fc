import type { ReceiptQueryDto } from "@linli/contracts";
import { paymentMethodLabels, receiptStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { RoomSelect } from "../property/room-select";
import { receiptQueries } from "./collection.queries";
import { ShiftSelect } from "./shifts/shift-select";
import { receiptColumns } from "./receipt-columns";
import { ReversalSetting } from "./reversals/reversal-setting";

const filters = [
  { name: "q", label: "关键字", placeholder: "收据号、付款人或客户编号", width: 210 },
  { name: "from", to: "to", label: "收款日期", range: "dates" },
  { name: "method", label: "收款方式", labels: paymentMethodLabels },
  { name: "status", label: "状态", labels: receiptStatusLabels },
  { name: "shiftId", label: "班次", input: <ShiftSelect style={{ width: 180 }} /> },
  { name: "roomId", label: "房间", input: <RoomSelect allowClear style={{ width: 180 }} /> },
] satisfies ListFilter<keyof ReceiptQueryDto & string>[];

/** All receipts and red receipts. */
export function ReceiptsPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const table = useListTable({ list: receiptQueries.list(projectId), filters, paging: "cursor" });
  const desk = linkTo("billing/desk");
  return (
    <ListPage
      name="receipts"
      title="收据"
      help="desk"
      table={table}
      columns={receiptColumns(({ id }) => id)}
      rowTo={({ id }) => id}
      actions={
        <>
          <Link to="takings" relative="path">
            <Button tabIndex={-1}>收款汇总</Button>
          </Link>
          <ReversalSetting />
          {desk && (
            <Can do="billing:collect">
              <Link to={desk}>
                <Button type="primary" tabIndex={-1}>
                  去收款
                </Button>
              </Link>
            </Can>
          )}
        </>
      }
      empty="还没有收据。到收银台收款后，收据会出现在这里。"
    />
  );
}
