import { useMutation, useQuery } from "@tanstack/react-query";
import type { BuildingDto, DirectoryDto, UnitDto } from "@linli/contracts";
import { buildingKindLabels } from "@linli/contracts/enums";
import { Button, Empty, Flex, Typography } from "antd";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { ListTable } from "../../components/list-table";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { BuildingForm, UnitForm } from "./building-forms";
import { type DirectoryPlace, DirectoryTree } from "./directory-tree";
import "./property.css";
import { directoryQueries, removeBuilding, removeUnit, roomQueries } from "./property.queries";
import { RoomForm } from "./room-form";
import { roomColumns } from "./room-list";

/** The four levels as a tree, the rooms of what is chosen beside it (PRP-02, PRP-03). */
export function DirectoryPage() {
  const projectId = useProjectId();
  const query = useQuery(directoryQueries.tree(projectId));
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const place = placeIn(params);
  const level = query.data?.levelNames[1] ?? "楼栋";

  function choose(chosen: DirectoryPlace | undefined) {
    if (chosen?.kind === "room") void navigate(`../rooms/${chosen.id}`, { relative: "path" });
    else setParams(chosen ? { [chosen.kind]: chosen.id } : {});
  }

  return (
    <>
      <PageHeader
        title="房产目录"
        help="property"
        description={query.data?.levelNames.join(" › ")}
        actions={
          <Can do="property:write">
            <Link to={`/p/${projectId}/imports`}>
              <Button tabIndex={-1}>从 Excel 导入</Button>
            </Link>
            <BuildingForm level={level} trigger={<Button type="primary">新增{level}</Button>} />
          </Can>
        }
      />
      <QueryView query={query}>
        {(directory) => (
          <div className="directory">
            <nav className="directory-tree" aria-label="楼栋与单元">
              <DirectoryTree directory={directory} place={place} onChoose={choose} />
            </nav>
            <PlaceView key={place?.id ?? "all"} directory={directory} place={place} />
          </div>
        )}
      </QueryView>
    </>
  );
}

function placeIn(params: URLSearchParams): DirectoryPlace | undefined {
  const [building, unit] = [params.get("building"), params.get("unit")];
  if (unit) return { kind: "unit", id: unit };
  return building ? { kind: "building", id: building } : undefined;
}

/** The building, the unit or the whole project that is chosen, with its rooms. */
function PlaceView({ directory, place }: { directory: DirectoryDto; place: DirectoryPlace | undefined }) {
  const projectId = useProjectId();
  const unit = place?.kind === "unit" ? findUnit(directory, place.id) : undefined;
  const building = directory.buildings.find(({ id }) => id === (unit?.buildingId ?? place?.id));
  const scope = unit ? { unitId: unit.id } : building ? { buildingId: building.id } : {};
  const table = useListTable({
    list: (query) => roomQueries.list(projectId)({ ...query, ...scope }),
    keep: "memory",
  });
  // What the heading says already stands in no column.
  const columns = roomColumns(({ id }) => `/p/${projectId}/property/rooms/${id}`).filter(
    ({ key }) => !(building && key === "buildingName") && !(unit && key === "unitName"),
  );
  const [, buildingLevel = "楼栋", unitLevel = "单元", roomLevel = "房间"] = directory.levelNames;

  if (directory.buildings.length === 0) {
    return (
      <Empty
        description={`还没有${buildingLevel}。先新增${buildingLevel}和${unitLevel}，再录入${roomLevel}；也可以从 Excel 一次导入。`}
      >
        <Can do="property:write">
          <BuildingForm level={buildingLevel} trigger={<Button type="primary">新增第一个{buildingLevel}</Button>} />
        </Can>
      </Empty>
    );
  }
  return (
    <section aria-label="所选位置" className="directory-place">
      <Flex justify="space-between" align="center" wrap gap={8}>
        <div>
          <Typography.Title level={2} className="place-title">
            {unit ? `${building?.name ?? ""} ${unit.name}` : (building?.name ?? "全部房间")}
          </Typography.Title>
          <Typography.Text type="secondary">{factsOf(building, unit)}</Typography.Text>
        </div>
        <Flex gap={8} wrap>
          {building && <BuildingActions building={building} unit={unit} levels={[buildingLevel, unitLevel]} />}
        </Flex>
      </Flex>
      <ListTable
        name="directory-rooms"
        table={table}
        columns={columns}
        rowTo={({ id }) => `/p/${projectId}/property/rooms/${id}`}
        empty={building && !unit && building.units.length === 0 ? `先新增${unitLevel}，再录入房间` : "这里还没有房间"}
      />
    </section>
  );
}

function BuildingActions({
  building,
  unit,
  levels,
}: {
  building: BuildingDto;
  unit: UnitDto | undefined;
  levels: [string, string];
}) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync: dropBuilding } = useMutation(removeBuilding(projectId));
  const { mutateAsync: dropUnit } = useMutation(removeUnit(projectId));
  const leave = () => navigate(".", { replace: true });
  const [buildingLevel, unitLevel] = levels;

  return (
    <>
      <Link to={`/p/${projectId}/property/buildings/${building.id}`}>
        <Button tabIndex={-1}>楼栋图</Button>
      </Link>
      <Can do="property:write">
        {unit ? (
          <>
            <UnitForm
              buildingId={building.id}
              unit={unit}
              level={unitLevel}
              trigger={<Button>修改{unitLevel}</Button>}
            />
            {unit.rooms === 0 && (
              <ConfirmButton danger title={`删除 ${unit.name}？`} onConfirm={() => dropUnit(unit.id).then(leave)}>
                删除{unitLevel}
              </ConfirmButton>
            )}
            <RoomForm unitId={unit.id} trigger={<Button type="primary">新增房间</Button>} />
          </>
        ) : (
          <>
            <BuildingForm building={building} level={buildingLevel} trigger={<Button>修改{buildingLevel}</Button>} />
            {building.units.length === 0 && (
              <ConfirmButton
                danger
                title={`删除 ${building.name}？`}
                onConfirm={() => dropBuilding(building.id).then(leave)}
              >
                删除{buildingLevel}
              </ConfirmButton>
            )}
            <UnitForm
              buildingId={building.id}
              level={unitLevel}
              trigger={<Button type="primary">新增{unitLevel}</Button>}
            />
          </>
        )}
      </Can>
    </>
  );
}

const findUnit = ({ buildings }: DirectoryDto, id: string) =>
  buildings.flatMap(({ units }) => units).find((unit) => unit.id === id);

/** 住宅楼 · 18 层 · 有电梯 · 144 间 */
function factsOf(building: BuildingDto | undefined, unit: UnitDto | undefined): string {
  if (!building) return "按楼栋顺序";
  const { floors, hasLift, rooms } = unit ?? building;
  return [
    unit ? undefined : buildingKindLabels[building.kind],
    floors === null ? undefined : `${floors} 层`,
    hasLift === null ? undefined : hasLift ? "有电梯" : "无电梯",
    `${rooms} 间`,
  ]
    .filter(Boolean)
    .join(" · ");
}
