import { useQuery } from "@tanstack/react-query";
import type { RoomDto } from "@linli/contracts";
import { DescriptionList } from "../../components/description-list";
import { ListTable } from "../../components/list-table";
import { Money } from "../../components/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { prepaymentQueries, receiptQueries } from "./collection.queries";
import { receiptColumns } from "./receipt-columns";

/** Receipts of a room, and what is prepaid for it. */
export function RoomReceipts({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { data: prepaid } = useQuery(prepaymentQueries.list(projectId)({ roomId: room.id, pageSize: 50 }));
  const list = receiptQueries.list(projectId);
  const table = useListTable({
    list: (query: { pageSize?: number; cursor?: string }) => list({ ...query, roomId: room.id }),
    paging: "cursor",
    keep: "memory",
  });
  const to = ({ id }: { id: string }) => linkTo(`billing/receipts/${id}`);
  return (
    <>
      {prepaid && prepaid.items.length > 0 && (
        <DescriptionList
          title="预收余额"
          items={prepaid.items.map(({ customerName, customerNumber, feeItemName, balanceFen, id }) => [
            `${customerName}（${customerNumber}）${feeItemName ?? "通用"}`,
            <Money key={id} fen={balanceFen} />,
          ])}
        />
      )}
      <ListTable
        name="room-receipts"
        table={table}
        columns={receiptColumns(to)}
        rowTo={(row) => to(row) ?? ""}
        empty="这个房间还没有收款。"
      />
    </>
  );
}
