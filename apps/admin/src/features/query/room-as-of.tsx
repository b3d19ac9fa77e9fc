import { useQuery } from "@tanstack/react-query";
import type { AsOfRelationDto, RoomAsOfDto } from "@linli/contracts";
import { Alert } from "antd";
import { DescriptionList } from "../../components/description-list";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { AsOfPayers, AsOfRates, AsOfRelations, PersonLink } from "./as-of-tables";
import { asOfQueries } from "./query.queries";
import { RoomGraph } from "./relation-graph-tabs";
import "./query.css";

/** A room as it was, is or will be on a day. */
export function RoomAsOf({ roomId, on }: { roomId: string; on: string }) {
  const query = useQuery(asOfQueries.room(useProjectId(), roomId, on));
  return <QueryView query={query}>{(room) => <Answer room={room} on={on} />}</QueryView>;
}

function Answer({ room, on }: { room: RoomAsOfDto; on: string }) {
  if (!room.exists) return <Alert type="info" showIcon title={absence(room)} />;
  const { relations, payers, rates, areas } = room;
  return (
    <>
      <h2 className="as-of-section">客户关系</h2>
      <AsOfRelations<AsOfRelationDto>
        rows={relations}
        empty="这一天房间没有客户"
        other={[
          { title: "客户", key: "customer", render: (_value, person) => <PersonLink person={person} on={on} /> },
          {
            title: "客户编号",
            key: "number",
            render: (_value, { customerNumber }) => <span className="figures">{customerNumber}</span>,
          },
        ]}
      />
      <h2 className="as-of-section">收费对象</h2>
      <AsOfPayers payers={payers} on={on} />
      <h2 className="as-of-section">面积</h2>
      {areas && (
        <DescriptionList
          items={[
            ["建筑面积", squareMetres(areas.buildingArea)],
            ["收费面积", squareMetres(areas.chargeArea)],
            ["套内面积", squareMetres(areas.innerArea)],
            ["使用面积", squareMetres(areas.usableArea)],
          ]}
        />
      )}
      <h2 className="as-of-section">收费标准</h2>
      <AsOfRates rates={rates} />
      <h2 className="as-of-section">客房关系图</h2>
      <RoomGraph roomId={room.roomId} on={on} />
    </>
  );
}

const absence = ({ roomCode, startsOn, endedOn }: RoomAsOfDto) =>
  endedOn === null
    ? `房间 ${roomCode} 自 ${startsOn} 起才存在（由拆分或合并产生），这一天还没有这个房间`
    : `房间 ${roomCode} 到 ${endedOn} 为止（已拆分或合并），这一天已没有这个房间`;

const squareMetres = (area: string | null) => (area === null || Number(area) === 0 ? null : `${Number(area)} m²`);
