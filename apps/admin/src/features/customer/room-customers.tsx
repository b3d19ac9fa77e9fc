import { useQuery } from "@tanstack/react-query";
import type { RoomCustomersDto, RoomDto } from "@linli/contracts";
import { Alert, Button, Flex } from "antd";
import type { ReactNode } from "react";
import { Can } from "../../components/can";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import "./customer.css";
import { customerQueries } from "./customer.queries";
import { lastsOrComes } from "./customer.words";
import { PayersTable } from "./payers-table";
import { RelateDialog } from "./relate-dialog";
import { RelationsTable } from "./relations-table";
import { RoomTransfers } from "./room-transfers";
import { SetPayer } from "./set-payer";

/** The tab 客户关系 of a room: who has to do with it, and who pays. */
export function RoomCustomers({ room }: { room: RoomDto }) {
  const query = useQuery(customerQueries.ofRoom(useProjectId(), room.id));
  return <QueryView query={query}>{(customers) => <Content roomId={room.id} customers={customers} />}</QueryView>;
}

function Content({
  roomId,
  customers: { relations, payers, payerMissing },
}: {
  roomId: string;
  customers: RoomCustomersDto;
}) {
  const day = today();
  const present = relations.filter((one) => lastsOrComes(one, day));
  const earlier = relations.filter((one) => !lastsOrComes(one, day));

  return (
    <>
      <Head title="现有客户">
        <Can do="customer:write">
          <RelateDialog
            roomId={roomId}
            trigger={<Button type={payerMissing ? "default" : "primary"}>添加客户</Button>}
          />
        </Can>
      </Head>
      <RelationsTable side="room" relations={present} />
      <Head title="收费对象">
        <Can do="customer:write">
          <SetPayer roomId={roomId} relations={relations} isPressing={payerMissing} />
        </Can>
      </Head>
      {payerMissing && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title="公司户和有多个业主的房间必须选择收费对象，否则试算时会列为“无收费对象”，不能出账"
        />
      )}
      <PayersTable side="room" payers={payers} />
      {earlier.length > 0 && (
        <>
          <Head title={`以前的客户（${earlier.length}）`} />
          <RelationsTable side="room" relations={earlier} />
        </>
      )}
      <RoomTransfers roomId={roomId} />
    </>
  );
}

const Head = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="room-customers-head">
    <h2>{title}</h2>
    <Flex gap={8}>{children}</Flex>
  </div>
);
