import type { RoomDto, RoomQueryDto } from "@linli/contracts";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { Can } from "../../components/can";
import { ListPage } from "../../components/list-page";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { withAttributeFilters } from "./attribute-words";
import { ExportButton } from "../exports/export-button";
import { roomQueries } from "./property.queries";
import { RoomForm } from "./room-form";
import { roomColumns, roomFilters } from "./room-list";
import { useAttributeList } from "./use-attribute-list";

const columns = roomColumns(({ id }) => id);

/** All rooms of the project. */
export function RoomsPage() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const mayMerge = useCan("property:restructure");
  const attributes = useAttributeList<RoomDto>("ROOM");
  const table = useListTable({
    list: (query: RoomQueryDto) => roomQueries.list(projectId)(withAttributeFilters(query)),
    filters: [...roomFilters, ...attributes.filters],
  });

  return (
    <ListPage
      name="rooms"
      title="房间"
      help="property"
      table={table}
      saved
      columns={[...columns, ...attributes.columns]}
      rowTo={({ id }) => id}
      empty="还没有房间。可以新增，或从 Excel 导入。"
      batchActions={
        mayMerge
          ? ({ ids }) => (
              <Button
                disabled={ids.length < 2}
                onClick={() =>
                  void navigate(`../restructures/merge?${new URLSearchParams(ids.map((id) => ["roomId", id]))}`, {
                    relative: "path",
                  })
                }
              >
                合并房间
              </Button>
            )
          : undefined
      }
      actions={
        <>
          <ExportButton kinds={["ROOMS"]} filter={withAttributeFilters(table.values)} />
          <Can do="property:write">
            <RoomForm trigger={<Button type="primary">新增房间</Button>} onSaved={({ id }) => void navigate(id)} />
          </Can>
        </>
      }
    />
  );
}
