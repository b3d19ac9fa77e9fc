import type { BuildingGridDto, GridRoomDto } from "@linli/contracts";
import { roomStateLabels, type RoomState } from "@linli/contracts/enums";
import { Empty, Segmented } from "antd";
import { useState, type CSSProperties } from "react";
import { Link } from "react-router";
import { formatFen } from "../../lib/money";
import { roomStateHues } from "./property.words";

type Colouring = "state" | "arrears";

/** 楼栋图: floors × rooms, coloured by state or by what is owed; a click opens the room. */
export function BuildingGrid({ grid, roomTo }: { grid: BuildingGridDto; roomTo: (room: GridRoomDto) => string }) {
  const [colouring, setColouring] = useState<Colouring>("state");
  const { building, floors, rooms } = grid;
  if (rooms.length === 0) return <Empty description="这栋楼还没有房间" />;

  const showsArrears = rooms.some(({ openFen }) => openFen !== null);
  const units = building.units.filter((unit) => unit.rooms > 0);
  const at = byFloorAndUnit(rooms);
  const widest = new Map(
    units.map(({ id }) => [id, Math.max(...floors.map((floor) => at.get(`${floor}/${id}`)?.length ?? 0))]),
  );
  return (
    <>
      {showsArrears && (
        <Segmented<Colouring>
          aria-label="着色方式"
          value={colouring}
          onChange={setColouring}
          options={[
            { value: "state", label: "按房屋状态" },
            { value: "arrears", label: "按欠费" },
          ]}
        />
      )}
      <Legend rooms={rooms} colouring={colouring} />
      <div className="building-grid-frame" tabIndex={0} role="region" aria-label={`${building.name} 楼栋图`}>
        <table className="building-grid">
          <thead>
            <tr>
              <td />
              {units.map(({ id, name }) => (
                <th key={id} scope="col" className="grid-unit-start">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {floors.map((floor) => (
              <tr key={floor}>
                <th scope="row">{floor < 0 ? `地下 ${-floor}` : floor} 层</th>
                {units.map(({ id }) => (
                  <td key={id} className="grid-unit-start">
                    <div className="grid-cells" style={{ "--rooms": widest.get(id) ?? 1 } as CSSProperties}>
                      {at.get(`${floor}/${id}`)?.map((room) => (
                        <Cell key={room.id} room={room} colouring={colouring} to={roomTo(room)} />
                      ))}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function byFloorAndUnit(rooms: GridRoomDto[]): Map<string, GridRoomDto[]> {
  const cells = new Map<string, GridRoomDto[]>();
  for (const room of rooms) {
    const key = `${room.floor}/${room.unitId}`;
    cells.set(key, [...(cells.get(key) ?? []), room]);
  }
  return cells;
}

function Cell({ room, colouring, to }: { room: GridRoomDto; colouring: Colouring; to: string }) {
  const state = labelOfState(room.state);
  const owed = room.openFen ?? 0;
  const words = colouring === "state" ? state : owed > 0 ? `欠 ${formatFen(owed)}` : "无欠费";
  const hue = colouring === "state" ? roomStateHues[room.state] : hueOfArrears(room.openFen);
  const facts = [room.name, state, `${room.chargeArea} m²`, room.incomplete && "资料不全", !room.active && "已停用"];
  return (
    <Link
      to={to}
      className={`grid-room ${hue}${room.active ? "" : " is-inactive"}`}
      title={facts.filter(Boolean).join(" · ")}
    >
      <b className="figures">{room.code}</b>
      <small>{words}</small>
      {room.incomplete && <span className="grid-mark" role="img" aria-label="资料不全" />}
    </Link>
  );
}

const labelOfState = (state: RoomState) => roomStateLabels[state];

/** Up to and from which debts count as high, in fen. */
const HIGH_ARREARS_FEN = 100_000;

const hueOfArrears = (openFen: number | null): string => {
  if (openFen === null || openFen === 0) return "hue-green";
  return openFen >= HIGH_ARREARS_FEN ? "hue-red" : "hue-amber";
};

function Legend({ rooms, colouring }: { rooms: GridRoomDto[]; colouring: Colouring }) {
  const entries = colouring === "state" ? legendOfStates(rooms) : legendOfArrears(rooms);
  const incomplete = rooms.filter((room) => room.incomplete).length;
  return (
    <div className="grid-legend" role="list" aria-label="图例">
      {entries.map(({ hue, label, count }) => (
        <span key={label} role="listitem" className={hue}>
          <span className="grid-swatch" />
          {label} {count}
        </span>
      ))}
      {incomplete > 0 && (
        <span role="listitem">
          <span className="grid-mark in-legend" /> 资料不全 {incomplete}
        </span>
      )}
    </div>
  );
}

const legendOfStates = (rooms: GridRoomDto[]) =>
  (Object.keys(roomStateLabels) as RoomState[])
    .map((state) => ({
      hue: roomStateHues[state],
      label: roomStateLabels[state],
      count: rooms.filter((room) => room.state === state).length,
    }))
    .filter(({ count }) => count > 0);

const legendOfArrears = (rooms: GridRoomDto[]) =>
  [
    { hue: "hue-green", label: "无欠费" },
    { hue: "hue-amber", label: "欠费不足 1,000 元" },
    { hue: "hue-red", label: "欠费 1,000 元以上" },
  ].map((entry) => ({ ...entry, count: rooms.filter(({ openFen }) => hueOfArrears(openFen) === entry.hue).length }));
