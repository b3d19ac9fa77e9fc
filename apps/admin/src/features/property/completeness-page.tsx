import { useQuery } from "@tanstack/react-query";
import type { CompletenessDto, RoomDto, RoomQueryDto } from "@linli/contracts";
import { mandatoryRoomFieldLabels } from "@linli/contracts/enums";
import { Alert, Progress } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import type { ListFilter } from "../../lib/list-filter";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { CompleteRoom } from "./complete-room";
import "./property.css";
import { projectQueries, roomQueries } from "./property.queries";
import { roomColumns, roomFilters } from "./room-list";

const filters = [
  ...roomFilters.filter(({ name }) => ["q", "buildingId"].includes(name)),
  { name: "missing", label: "缺少的资料", labels: mandatoryRoomFieldLabels, width: 140 },
] satisfies ListFilter<keyof RoomQueryDto & string>[];
const shown = ["code", "name", "buildingName", "unitName", "state", "incomplete"];

/** Which mandatory data are missing, and until when they must be there (PRP-07). */
export function CompletenessPage() {
  const projectId = useProjectId();
  const query = useQuery(projectQueries.completeness(projectId));
  return (
    <>
      <PageHeader
        title="资料完整性"
        help="property"
        description="房间的必填资料：房间代码、名称、建筑面积、收费面积、户型、朝向"
      />
      <QueryView query={query}>{(completeness) => <Overview completeness={completeness} />}</QueryView>
      <IncompleteRooms />
    </>
  );
}

function Overview({ completeness }: { completeness: CompletenessDto }) {
  const { rooms, completeRooms, missing } = completeness;
  const percent = rooms === 0 ? 100 : Math.floor((completeRooms / rooms) * 100);
  return (
    <>
      <DueNote completeness={completeness} />
      <div className="page-figures completeness-figures">
        <StatCard
          title="资料齐全的房间"
          value={`${completeRooms} / ${rooms}`}
          hint={<Progress percent={percent} size="small" aria-label="资料齐全的比例" />}
        />
        {missing.map(({ field, rooms: count }) => (
          <StatCard key={field} title={`缺${mandatoryRoomFieldLabels[field]}`} value={`${count} 间`} tone="warning" />
        ))}
      </div>
    </>
  );
}

function DueNote({
  completeness: { dueOn, moveInOn, overdue, rooms, completeRooms },
}: {
  completeness: CompletenessDto;
}) {
  const projectId = useProjectId();
  if (dueOn === null || moveInOn === null) {
    return (
      <Alert
        type="info"
        showIcon
        className="form-note"
        title="还没有设置集中入伙日期，因此没有录入期限"
        action={
          <Can do="project:settings">
            <Link to={`/p/${projectId}/settings`}>去设置</Link>
          </Can>
        }
      />
    );
  }
  if (completeRooms === rooms)
    return <Alert type="success" showIcon className="form-note" title={`资料已齐全（期限 ${dueOn}）`} />;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today())) / 86_400_000);
  return (
    <Alert
      type={overdue ? "error" : "warning"}
      showIcon
      className="form-note"
      title={
        overdue
          ? `已过录入期限 ${dueOn}，还有 ${rooms - completeRooms} 间资料不全`
          : `请在 ${dueOn} 前补齐，还有 ${days} 天`
      }
      description={`集中入伙 ${moveInOn}；房产资料应在入伙前一个月录完。`}
    />
  );
}

function IncompleteRooms() {
  const projectId = useProjectId();
  const completes = useCan(["property:write", "property:identity", "property:areas"]);
  const table = useListTable({
    list: (query) => roomQueries.list(projectId)({ ...query, incomplete: true, active: true }),
    filters,
  });
  const to = ({ id }: RoomDto) => `/p/${projectId}/property/rooms/${id}`;
  const columns = roomColumns(to).filter(({ key }) => shown.includes(key));
  const complete = actionsColumn<RoomDto>((room) => <CompleteRoom room={room} />, 200);
  return (
    <ListTable
      name="incomplete-rooms"
      table={table}
      columns={completes ? [...columns, complete] : columns}
      rowTo={to}
      empty="所有房间的必填资料都齐全"
    />
  );
}
