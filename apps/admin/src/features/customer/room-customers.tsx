import { useQuery } from "@tanstack/react-query";
import type { RoomCustomersDto, RoomDto } from "@linli/contracts";
import { Alert, Button, Collapse, Flex } from "antd";
import type { ReactNode } from "react";
import { Can } from "../../components/can";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import "./customer.css";
import "./relations.css";
import { customerQueries } from "./customer.queries";
import { lastsOrComes } from "./customer.words";
import { PayerTimeline } from "./payer-timeline";
import { PayersTable } from "./payers-table";
import { RelateDialog } from "./relate-dialog";
import { RelationsTable } from "./relations-table";
import { RoomTransfers } from "./room-transfers";
import { SetOwners } from "./set-owners";
import { SetPayer } from "./set-payer";

/** The tab 客户关系 of a room: who has to do with it, and who pays. */
export function RoomCustomers({ room }: { room: RoomDto }) {
  const query = useQuery(customerQueries.ofRoom(useProjectId(), room.id));
  return <QueryView query={query}>{(customers) => <Content roomId={room.id} customers={customers} />}</QueryView>;
}

function Content({ roomId, customers }: { roomId: string; customers: RoomCustomersDto }) {
  const { relations, payers, payerMissing } = customers;
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
          <RelateDialog roomId={roomId} isFamily trigger={<Button>新增家庭成员</Button>} />
          {present.some(({ role }) => role === "OWNER") && <SetOwners roomId={roomId} customers={customers} />}
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
      <PayerTimeline payers={payers} />
      <PayersTable side="room" payers={payers} />
      {earlier.length > 0 && (
        <Collapse
          className="earlier-relations"
          items={[
            {
              key: "earlier",
              label: `历史关系（${earlier.length}）`,
              children: <RelationsTable side="room" relations={earlier} />,
            },
          ]}
        />
      )}
      <RoomTransfers roomId={roomId} />
    </>
  );
}

const Head = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="room-customers-head">
    <h2>{title}</h2>
    <Flex gap={8} wrap>
      {children}
    </Flex>
  </div>
);
