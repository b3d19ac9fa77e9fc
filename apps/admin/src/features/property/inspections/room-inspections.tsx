import type { RoomDto } from "@linli/contracts";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { ListTable } from "../../../components/list-table";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { inspectionColumns } from "./inspection-columns";
import { inspectionQueries } from "./inspections.queries";

/** The inspections of a room, the newest first; old ones stay readable. */
export function RoomInspections({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const list = inspectionQueries.list(projectId);
  const table = useListTable({
    list: (query: { pageSize?: number; cursor?: string }) => list({ ...query, roomId: room.id }),
    paging: "cursor",
    keep: "memory",
  });
  const base = `/p/${projectId}/property/inspections`;
  return (
    <ListTable
      name="room-inspections"
      table={table}
      columns={inspectionColumns(({ id }) => `${base}/${id}`).filter(({ key }) => key !== "roomCode")}
      rowTo={({ id }) => `${base}/${id}`}
      toolbar={
        <Can do="property:inspect">
          <Link to={`${base}/new?roomId=${room.id}`}>
            <Button tabIndex={-1}>开始验收</Button>
          </Link>
        </Can>
      }
      empty="这个房间还没有验收单。"
    />
  );
}
