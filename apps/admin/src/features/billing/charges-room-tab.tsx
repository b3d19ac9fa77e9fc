import type { ChargeQueryDto, RoomDto } from "@linli/contracts";
import { chargeStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { ListTable } from "../../components/list-table";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { BindingList } from "./bindings-list";
import { useChargeDrawer } from "./charge-drawer";
import { ChargeForm } from "./charge-form";
import { chargeColumns } from "./charges-columns";
import { chargeQueries } from "./charges.queries";
import { RoomChargeStart } from "./charge-start/room-charge-start";
import "./charging.css";
import { FeeItemSelect } from "./fee-item-select";
import { RoomLateFees } from "./late-fees/room-late-fees";
import { RequestPlan } from "./payment-plans/request-plan";
import { RoomPlans } from "./payment-plans/room-plans";
import { RoomYear } from "./room-year";
import { RequestWaiver } from "./waiver-form";
import { RequestWriteOff } from "./write-offs/request-write-off";

/** What a room is charged and owes: the year by month and item, the single charges, the rates that hold. */
export function RoomCharges({ room }: { room: RoomDto }) {
  return (
    <>
      <RoomYear roomId={room.id} />
      <div className="section-head">
        <h2>应收明细</h2>
        <RoomLateFees roomId={room.id} />
        <Can do="billing:one-off">
          <ChargeForm roomId={room.id} trigger={<Button>登记临时收费</Button>} />
        </Can>
      </div>
      <RoomChargeStart roomId={room.id} />
      <RoomPlans roomId={room.id} />
      <Charges roomId={room.id} />
      <div className="section-head">
        <h2>收费标准</h2>
        <Can do="billing:bind">
          <NewBinding roomId={room.id} />
        </Can>
      </div>
      <BindingList roomId={room.id} empty="这个房间还没有绑定收费标准。" />
    </>
  );
}

function NewBinding({ roomId }: { roomId: string }) {
  return (
    <Link to={`/p/${useProjectId()}/billing/bindings/new?roomId=${roomId}`}>
      <Button tabIndex={-1}>绑定标准</Button>
    </Link>
  );
}

const filters = [
  { name: "status", label: "状态", labels: chargeStatusLabels, width: 120 },
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" style={{ width: 150 }} /> },
  { name: "periodFrom", to: "periodTo", label: "费用月份", range: "periods" },
] satisfies ListFilter<keyof ChargeQueryDto & string>[];

function Charges({ roomId }: { roomId: string }) {
  const projectId = useProjectId();
  const list = chargeQueries.list(projectId);
  const table = useListTable({
    list: (query: ChargeQueryDto) => list({ ...query, roomId }),
    filters,
    paging: "cursor",
    keep: "memory",
  });
  const { drawer, show } = useChargeDrawer();
  const mayWaive = useCan("billing:waive");
  const mayWriteOff = useCan("billing:write-off");
  return (
    <>
      <ListTable
        name="room-charges"
        table={table}
        columns={chargeColumns(projectId, show, true)}
        onRowClick={({ id }) => show(id)}
        isSelectable={({ openFen }) => openFen > 0}
        batchActions={
          mayWaive || mayWriteOff
            ? ({ rows, clear }) => (
                <>
                  {mayWaive && (
                    <RequestWaiver charges={rows} onDone={clear} trigger={<Button size="small">申请减免</Button>} />
                  )}
                  {mayWaive && (
                    <RequestPlan charges={rows} onDone={clear} trigger={<Button size="small">申请分期</Button>} />
                  )}
                  {mayWriteOff && (
                    <RequestWriteOff charges={rows} onDone={clear} trigger={<Button size="small">申请核销</Button>} />
                  )}
                </>
              )
            : undefined
        }
        empty="还没有应收。"
      />
      {drawer}
    </>
  );
}
