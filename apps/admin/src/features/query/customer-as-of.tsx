import { useQuery } from "@tanstack/react-query";
import type { AsOfCustomerRoomDto, CustomerAsOfDto } from "@linli/contracts";
import { Alert } from "antd";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { AsOfDuties, AsOfRelations, RoomLink } from "./as-of-tables";
import { asOfQueries } from "./query.queries";
import { CustomerGraph } from "./relation-graph-tabs";
import "./query.css";

/** A customer as of a day: his rooms, what he was there, what he paid for. */
export function CustomerAsOf({ customerId, on }: { customerId: string; on: string }) {
  const query = useQuery(asOfQueries.customer(useProjectId(), customerId, on));
  return <QueryView query={query}>{(customer) => <Answer customer={customer} on={on} />}</QueryView>;
}

function Answer({
  customer: { customerId, rooms, roomCount, duties, isDeveloper },
  on,
}: {
  customer: CustomerAsOfDto;
  on: string;
}) {
  return (
    <>
      <h2 className="as-of-section">房间关系</h2>
      <AsOfRelations<AsOfCustomerRoomDto>
        rows={rooms}
        empty="这一天与任何房间都没有关系"
        other={[
          { title: "房间", key: "room", render: (_value, room) => <RoomLink room={room} on={on} /> },
          { title: "房间名称", key: "name", dataIndex: "roomName" },
        ]}
      />
      {roomCount > rooms.length && (
        <Alert type="info" showIcon title={`这一天共有 ${roomCount} 条关系，只列出前 ${rooms.length} 条`} />
      )}
      <h2 className="as-of-section">付费责任</h2>
      {isDeveloper && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title="本管理区的建设单位：没有业主的房间都由其付费，未逐一列出"
        />
      )}
      <AsOfDuties duties={duties} on={on} />
      <h2 className="as-of-section">客房关系图</h2>
      <CustomerGraph customerId={customerId} on={on} />
    </>
  );
}
