import type { ChargeQueryDto } from "@linli/contracts";
import { chargeStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { PeriodPicker } from "../../components/date-input";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { CustomerSelect } from "../customer/customer-select";
import { BuildingSelect } from "../property/building-select";
import { RoomSelect } from "../property/room-select";
import { ImportCharges } from "./charge-batches/import-charges";
import { useChargeDrawer } from "./charge-drawer";
import { ChargeForm } from "./charge-form";
import { chargeColumns } from "./charges-columns";
import { ChargeTotals } from "./charges-totals";
import { chargeQueries } from "./charges.queries";
import { FeeItemSelect } from "./fee-item-select";

const filters = [
  { name: "q", label: "关键字", placeholder: "房号、姓名或客户编号", width: 210 },
  { name: "bookedPeriod", label: "记账月份", input: <PeriodPicker placeholder="全部" style={{ width: 130 }} /> },
  { name: "status", label: "状态", labels: chargeStatusLabels, width: 120 },
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" style={{ width: 150 }} /> },
  { name: "overdue", label: "逾期", labels: { true: "已逾期", false: "未逾期" }, width: 120 },
  { name: "onDebit", label: "托收", labels: { true: "托收中", false: "不在托收中" }, width: 120 },
  { name: "disputed", label: "争议", labels: { true: "有争议", false: "没有争议" }, width: 120 },
  { name: "periodFrom", to: "periodTo", label: "费用月份", range: "periods" },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "roomId", label: "房间", input: <RoomSelect allowClear aria-label="房间" style={{ width: 180 }} /> },
  {
    name: "payerId",
    label: "收费对象",
    input: <CustomerSelect allowClear aria-label="收费对象" style={{ width: 220 }} />,
  },
  { name: "batchNo", label: "批量单号", placeholder: "如 LS000001" },
  { name: "runId", label: "批次号", placeholder: "从批次页打开" },
] satisfies ListFilter<keyof ChargeQueryDto & string>[];

/** 应收明细: every charge with what became of it. */
export function ChargesPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: chargeQueries.list(projectId), filters, paging: "cursor" });
  const { drawer, show } = useChargeDrawer();
  return (
    <>
      <ListPage
        name="charges"
        title="应收明细"
        help="charging"
        table={table}
        columns={chargeColumns(projectId, show)}
        onRowClick={({ id }) => show(id)}
        toolbar={<ChargeTotals query={table.values} />}
        actions={
          <Can do="billing:one-off">
            <ImportCharges />
            <Link to={`/p/${projectId}/billing/charges/batch`}>
              <Button tabIndex={-1}>批量录入</Button>
            </Link>
            <ChargeForm trigger={<Button type="primary">登记临时收费</Button>} />
          </Can>
        }
        empty="还没有应收。在“应收批次”试算并发布一个月，或登记一笔临时收费。"
      />
      {drawer}
    </>
  );
}
