import { useQuery } from "@tanstack/react-query";
import type { LineageRoomDto, RoomDto } from "@linli/contracts";
import { restructureKindLabels } from "@linli/contracts/enums";
import { Alert } from "antd";
import { Link } from "react-router";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { restructureQueries } from "./restructures.queries";

/** Where the room came from and what became of it, at the head of its page; nothing for a room that was always there. */
export function RoomLineage({ room }: { room: RoomDto }) {
  const isTouched = room.startsOn !== null || room.endedOn !== null;
  const { data } = useQuery({ ...restructureQueries.lineage(useProjectId(), room.id), enabled: isTouched });
  if (!data) return null;
  const into = data.descendants.filter(({ depth, state }) => depth === 1 && state === "DONE");
  const from = data.ancestors.filter(({ depth }) => depth === 1);
  const owing = data.ancestors.filter(({ openFen, state }) => state === "DONE" && (openFen ?? 0) > 0);
  return (
    <>
      {into[0] && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={
            <>
              已于 {into[0].effectiveOn} {restructureKindLabels[into[0].kind]}为 <RoomLinks rooms={into} />
              ，这里保留以前的档案
            </>
          }
          action={<RecordLink room={into[0]} />}
        />
      )}
      {from[0] && (
        <Alert
          type={from[0].state === "RESTORED" ? "warning" : "info"}
          showIcon
          className="form-note"
          title={
            <>
              {from[0].effectiveOn} 由 <RoomLinks rooms={from} /> {restructureKindLabels[from[0].kind]}而来
              {from[0].state === "RESTORED" && "；后来已复原，这个房间不再使用"}
            </>
          }
          action={<RecordLink room={from[0]} />}
        />
      )}
      {owing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={
            <>
              前身房间欠费：
              {owing.map(({ id, code, openFen }, index) => (
                <span key={id}>
                  {index > 0 && "、"}
                  <RoomLink id={id} code={code} tab="charges" /> {formatFen(openFen ?? 0)} 元
                </span>
              ))}
            </>
          }
        />
      )}
    </>
  );
}

function RoomLink({ id, code, tab }: { id: string; code: string; tab?: string }) {
  const to = usePageLink()(`property/rooms/${id}${tab ? `?tab=${tab}` : ""}`);
  return to ? <Link to={to}>{code}</Link> : code;
}

const RoomLinks = ({ rooms }: { rooms: LineageRoomDto[] }) =>
  rooms.map(({ id, code }, index) => (
    <span key={id}>
      {index > 0 && "、"}
      <RoomLink id={id} code={code} />
    </span>
  ));

function RecordLink({ room }: { room: LineageRoomDto }) {
  const to = usePageLink()(`property/restructures/${room.restructureId}`);
  return to && <Link to={to}>{room.restructureNumber}</Link>;
}
