import { useQuery } from "@tanstack/react-query";
import type { ShiftDto, ShiftQueryDto } from "@linli/contracts";
import { shiftStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { type Column, moneyColumn, momentColumn, statusColumn, textColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { DeskSettings } from "./desk-settings";
import { OpenShift } from "./open-shift";
import { Unbanked } from "./shift-bar";
import { shiftTones } from "./shift-words";
import { shiftQueries } from "./shifts.queries";

const filters = [
  { name: "status", label: "状态", labels: shiftStatusLabels, width: 120 },
  { name: "from", to: "to", label: "开班日期", range: "dates" },
] satisfies ListFilter<keyof ShiftQueryDto & string>[];

const columns: Column<ShiftDto>[] = [
  textColumn("shiftNo", "班次号", { to: ({ id }) => id }),
  statusColumn("status", "状态", shiftStatusLabels, shiftTones),
  textColumn("cashierName", "收款人"),
  textColumn("desk", "收款点"),
  momentColumn("openedAt", "开班时间"),
  momentColumn("closedAt", "交班时间"),
  moneyColumn("floatFen", "备用金（元）"),
  moneyColumn("expectedFen", "应有现金（元）"),
  moneyColumn("countedFen", "实点现金（元）"),
  moneyColumn("differenceFen", "差异（元）"),
];

/** 班次: who took money at which desk, from the float to the count (BIL-73). */
export function ShiftsPage() {
  const projectId = useProjectId();
  const { data: my } = useQuery(shiftQueries.mine(projectId));
  const table = useListTable({ list: shiftQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="shifts"
      title="班次"
      help="shifts"
      above={my && <Unbanked shift={my} />}
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <>
          <DeskSettings />
          {my && (
            <Can do="billing:collect">
              {my.mine ? (
                <Link to={my.mine.id}>
                  <Button type="primary" tabIndex={-1}>
                    我的班次
                  </Button>
                </Link>
              ) : (
                <OpenShift tills={my.tills} />
              )}
            </Can>
          )}
        </>
      }
      empty="还没有班次。收款员开班后，收款、退款和红冲都记在班次里，交班时清点现金。"
    />
  );
}
