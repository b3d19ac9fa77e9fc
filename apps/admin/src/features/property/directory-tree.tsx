import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { DirectoryDto, RoomNodeDto } from "@linli/contracts";
import { Empty, Input, Tree } from "antd";
import { useState, type Key } from "react";
import { useProjectId } from "../../lib/session";
import { useIsNarrow } from "../../lib/use-is-narrow";
import { directoryQueries } from "./property.queries";

/** What is chosen in the tree. */
export type DirectoryPlace = { kind: "building" | "unit" | "room"; id: string };

interface TreeNode {
  key: string;
  title: React.ReactNode;
  isLeaf?: boolean;
  children?: TreeNode[];
}

const keyOf = ({ kind, id }: DirectoryPlace) => `${kind}:${id}`;

function placeOf(key: Key): DirectoryPlace {
  const [kind = "", id = ""] = String(key).split(":");
  return { kind: kind as DirectoryPlace["kind"], id };
}

/** Buildings and units; the rooms of a unit come when it is opened. Only what is in sight is drawn. */
export function DirectoryTree({
  directory,
  place,
  onChoose,
}: {
  directory: DirectoryDto;
  place: DirectoryPlace | undefined;
  onChoose: (place: DirectoryPlace | undefined) => void;
}) {
  const projectId = useProjectId();
  const client = useQueryClient();
  const isNarrow = useIsNarrow();
  const [openedUnits, setOpenedUnits] = useState<string[]>([]);
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<Key[]>(() => openedFor(directory, place));

  // Kept fresh like everything on screen: a new room appears in its open unit.
  const replies = useQueries({ queries: openedUnits.map((id) => directoryQueries.unitRooms(projectId, id)) });
  const roomsOf = new Map(openedUnits.map((id, index) => [id, replies[index]?.data?.items]));

  async function load(node: { key: Key }) {
    const { kind, id } = placeOf(node.key);
    if (kind !== "unit" || openedUnits.includes(id)) return;
    await client.ensureQueryData(directoryQueries.unitRooms(projectId, id));
    setOpenedUnits((known) => [...known, id]);
  }

  function choose(key: Key | undefined) {
    // A building that is chosen shows its units.
    if (key !== undefined && placeOf(key).kind === "building") setOpened((keys) => [...new Set([...keys, key])]);
    onChoose(key === undefined ? undefined : placeOf(key));
  }

  const wanted = text.trim().toLowerCase();
  const matches = (...names: string[]) => wanted === "" || names.some((name) => name.toLowerCase().includes(wanted));
  const nodes = directory.buildings.flatMap((building): TreeNode[] => {
    const own = matches(building.name, building.code);
    const units = building.units.filter((unit) => own || matches(unit.name, unit.code));
    if (!own && units.length === 0) return [];
    return [
      {
        key: keyOf({ kind: "building", id: building.id }),
        title: <Counted name={building.name} count={building.rooms} />,
        isLeaf: units.length === 0,
        children: units.map((unit) => ({
          key: keyOf({ kind: "unit", id: unit.id }),
          title: <Counted name={unit.name} count={unit.rooms} />,
          isLeaf: unit.rooms === 0,
          children: roomsOf.get(unit.id)?.map((room) => ({
            key: keyOf({ kind: "room", id: room.id }),
            title: <RoomTitle room={room} />,
            isLeaf: true,
          })),
        })),
      },
    ];
  });

  return (
    <>
      <Input.Search
        allowClear
        placeholder={`查找${directory.levelNames[1] ?? "楼栋"}`}
        aria-label="在目录中查找"
        value={text}
        onChange={(event) => setText(event.target.value)}
        style={{ marginBottom: 8 }}
      />
      {nodes.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={wanted ? "没有符合的楼栋" : "还没有楼栋"} />
      ) : (
        <Tree
          blockNode
          virtual
          height={isNarrow ? 280 : 560}
          aria-label="房产目录"
          treeData={nodes}
          expandedKeys={opened}
          onExpand={(keys) => setOpened(keys)}
          loadData={load}
          selectedKeys={place ? [keyOf(place)] : []}
          onSelect={([key]) => choose(key)}
        />
      )}
    </>
  );
}

const Counted = ({ name, count }: { name: string; count: number }) => (
  <>
    {name}
    <span className="tree-count">{count} 间</span>
  </>
);

const RoomTitle = ({ room }: { room: RoomNodeDto }) => (
  <>
    <span className="figures">{room.code}</span>
    {room.incomplete && <span className="incomplete-mark">资料不全</span>}
    {!room.active && <span className="tree-count">已停用</span>}
  </>
);

/** Opens the way to what is chosen. */
function openedFor({ buildings }: DirectoryDto, place: DirectoryPlace | undefined): Key[] {
  if (!place) return [];
  if (place.kind === "building") return [keyOf(place)];
  const building = buildings.find(({ units }) => units.some(({ id }) => id === place.id));
  return building ? [keyOf({ kind: "building", id: building.id })] : [];
}
