import { useMutation, useQuery } from "@tanstack/react-query";
import type { BuildingDto, BuildingGridDto, UnitDto } from "@linli/contracts";
import { buildingKindLabels } from "@linli/contracts/enums";
import { Button, Empty, Table, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn, countColumn, textColumn } from "../../components/columns";
import { ConfirmButton } from "../../components/confirm-button";
import { DescriptionList } from "../../components/description-list";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { ThingTimeline } from "../../components/thing-timeline";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import { BuildingForm, UnitForm } from "./building-forms";
import { BuildingGrid } from "./building-grid";
import { Pictures } from "./pictures";
import "./property.css";
import { directoryQueries, removeUnit } from "./property.queries";
import { buildingWords } from "./property.words";

/** One building: its picture of rooms, units, plans and history. */
export function BuildingPage() {
  const projectId = useProjectId();
  const { buildingId = "" } = useParams();
  const query = useQuery(directoryQueries.grid(projectId, buildingId));
  return <QueryView query={query}>{(grid) => <BuildingView grid={grid} />}</QueryView>;
}

function BuildingView({ grid }: { grid: BuildingGridDto }) {
  const projectId = useProjectId();
  const [tab, setTab] = useTab("grid");
  const { building, rooms } = grid;
  const roomsOf = `/p/${projectId}/property/rooms?buildingId=${building.id}`;
  const incomplete = rooms.filter((room) => room.incomplete).length;
  const owed = rooms.some(({ openFen }) => openFen !== null)
    ? rooms.reduce((sum, { openFen }) => sum + (openFen ?? 0), 0)
    : undefined;

  return (
    <>
      <PageHeader
        title={building.name}
        back={`/p/${projectId}/property/directory?building=${building.id}`}
        tags={<span className="tone tone-neutral">{buildingKindLabels[building.kind]}</span>}
        actions={
          <Can do="property:write">
            <BuildingForm building={building} trigger={<Button>修改楼栋</Button>} />
          </Can>
        }
        figures={
          <>
            <StatCard title="房间" value={rooms.length} hint={`${building.units.length} 个单元`} to={roomsOf} />
            {owed !== undefined && (
              <StatCard title="欠费（元）" value={formatFen(owed)} tone={owed > 0 ? "bad" : "plain"} />
            )}
            <StatCard
              title="资料不全"
              value={incomplete}
              tone={incomplete > 0 ? "warning" : "plain"}
              to={`${roomsOf}&incomplete=true`}
            />
          </>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "grid",
            label: "楼栋图",
            children: <BuildingGrid grid={grid} roomTo={({ id }) => `/p/${projectId}/property/rooms/${id}`} />,
          },
          { key: "units", label: "单元", children: <Units building={building} /> },
          { key: "basic", label: "基本资料", children: <Basics building={building} /> },
          { key: "pictures", label: "图片", children: <Pictures ownerType="building" ownerId={building.id} /> },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="building" entityId={building.id} words={buildingWords} />,
          },
        ]}
      />
    </>
  );
}

const Basics = ({ building }: { building: BuildingDto }) => (
  <DescriptionList
    items={[
      ["楼栋代码", building.code],
      ["楼栋名称", building.name],
      ["楼栋类型", buildingKindLabels[building.kind]],
      ["楼层数", building.floors],
      ["电梯", yesNo(building.hasLift)],
      ["排序", building.sort],
    ]}
  />
);

const yesNo = (value: boolean | null) => (value === null ? null : value ? "有" : "无");

function Units({ building }: { building: BuildingDto }) {
  const projectId = useProjectId();
  const { mutateAsync: remove } = useMutation(removeUnit(projectId));
  const mayWrite = useCan("property:write");
  const actions = actionsColumn<UnitDto>((unit) => (
    <>
      <UnitForm buildingId={building.id} unit={unit} trigger={<Button type="link">修改</Button>} />
      <ConfirmButton
        type="link"
        danger
        disabled={unit.rooms > 0}
        title={`删除 ${unit.name}？`}
        onConfirm={() => remove(unit.id)}
      >
        删除
      </ConfirmButton>
    </>
  ));
  return (
    <>
      <Can do="property:write">
        <p>
          <UnitForm buildingId={building.id} trigger={<Button type="primary">新增单元</Button>} />
        </p>
      </Can>
      <Table<UnitDto>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={building.units}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有单元。房间都在单元之下，请先新增单元。" />
          ),
        }}
        columns={[
          textColumn("name", "单元"),
          textColumn("code", "代码"),
          countColumn("floors", "楼层数"),
          { key: "hasLift", title: "电梯", render: (_value, { hasLift }) => yesNo(hasLift) ?? "—" },
          {
            key: "rooms",
            title: "房间",
            align: "right",
            render: (_value, { id, rooms }) => <Link to={`/p/${projectId}/property/rooms?unitId=${id}`}>{rooms}</Link>,
          },
          ...(mayWrite ? [actions] : []),
        ]}
      />
    </>
  );
}
