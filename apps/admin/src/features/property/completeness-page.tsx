import { useQuery } from "@tanstack/react-query";
import type { CompletenessDto, DirectoryGapDto, RoomDto, RoomQueryDto } from "@linli/contracts";
import { mandatoryRoomFieldLabels } from "@linli/contracts/enums";
import { Alert, Flex, Progress, Skeleton, Tabs } from "antd";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { completenessTabs } from "../../app/completeness-tabs";
import { Can } from "../../components/can";
import { actionsColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import type { ListFilter } from "../../lib/list-filter";
import { today } from "../../lib/dates";
import { isAllowed } from "../../lib/rights";
import { useProject, useProjectId, useSession } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
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

/** Which mandatory data are missing, and until when they must be there (PRP-07); features add tabs of their own. */
export function CompletenessPage() {
  const [tab, setTab] = useTab("rooms");
  const added = useAddedTabs();
  const shown = added.find(({ key }) => key === tab);
  const items = [{ key: "rooms", label: "房产资料" }, ...added.map(({ key, title }) => ({ key, label: title }))];
  return (
    <>
      <PageHeader title="资料完整性" help="property" description="还缺哪些必填资料、缺在哪间房、什么时候要补齐" />
      {items.length > 1 && <Tabs activeKey={shown?.key ?? "rooms"} onChange={setTab} items={items} />}
      {shown ? (
        <Suspense fallback={<Skeleton active />}>
          <shown.Content />
        </Suspense>
      ) : (
        <RoomCompleteness />
      )}
    </>
  );
}

/** The tabs of other features, each loaded when it is opened. */
const addedTabs = completenessTabs.map(({ load, ...tab }) => ({
  ...tab,
  Content: lazy(async () => ({ default: await load() })),
}));

/** Those that this user may see in this project. */
function useAddedTabs() {
  const session = useSession();
  const project = useProject();
  return addedTabs.filter(
    ({ anyOf, module }) =>
      isAllowed(session, project, anyOf) && (module === undefined || project.modules.includes(module)),
  );
}

function RoomCompleteness() {
  const query = useQuery(projectQueries.completeness(useProjectId()));
  return (
    <>
      <QueryView query={query}>{(completeness) => <Overview completeness={completeness} />}</QueryView>
      <IncompleteRooms />
    </>
  );
}

function Overview({ completeness }: { completeness: CompletenessDto }) {
  const { rooms, completeRooms, missing, directoryGaps } = completeness;
  const percent = rooms === 0 ? 100 : Math.floor((completeRooms / rooms) * 100);
  return (
    <>
      <DueNote completeness={completeness} />
      {directoryGaps.length > 0 && <DirectoryGaps gaps={directoryGaps} />}
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

/** Branches that end above the rooms: the directory must have its four levels everywhere (PRP-03). */
function DirectoryGaps({ gaps }: { gaps: DirectoryGapDto[] }) {
  const projectId = useProjectId();
  return (
    <Alert
      type="warning"
      showIcon
      className="form-note"
      title="目录须到第四级：以下楼栋没有单元，或单元没有房间"
      description={
        <Flex gap={12} wrap>
          {gaps.map(({ id, level, name }) => (
            <Link key={id} to={`/p/${projectId}/property/directory?${level}=${id}`}>
              {name}
            </Link>
          ))}
        </Flex>
      }
    />
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
