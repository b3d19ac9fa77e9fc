import type { DunningCaseQueryDto, RoomDto } from "@linli/contracts";
import { Flex, Typography } from "antd";
import { ListTable } from "../../../components/list-table";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { caseColumns } from "./case-columns";
import { dunningQueries } from "./dunning.queries";

/** 催缴 on the room page: the cases of all who owe for it, and those that are paid. */
export function RoomDunning({ room }: { room: RoomDto }) {
  return (
    <Flex vertical gap={16}>
      <Cases roomId={room.id} state="OPEN" empty="这间房没有逾期的欠费。" />
      <div>
        <Typography.Title level={3} style={{ fontSize: 15 }}>
          已无逾期的案件
        </Typography.Title>
        <Cases roomId={room.id} state="SETTLED" empty="没有以前的催缴。" />
      </div>
    </Flex>
  );
}

function Cases({ roomId, state, empty }: { roomId: string; state: "OPEN" | "SETTLED"; empty: string }) {
  const list = dunningQueries.cases(useProjectId());
  const linkTo = usePageLink();
  const table = useListTable({
    list: (query: DunningCaseQueryDto) => list({ ...query, roomId, state }),
    paging: "cursor",
    keep: "memory",
  });
  return (
    <ListTable
      name={`room-dunning-${state}`}
      table={table}
      columns={caseColumns(linkTo, { withRoom: false })}
      rowTo={({ payerId }) => linkTo(`billing/dunning/cases/${roomId}/${payerId}`) ?? ""}
      empty={empty}
    />
  );
}
