import { useQuery } from "@tanstack/react-query";
import { Button, Flex } from "antd";
import { Can } from "../../components/can";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import "../customer/customer.css";
import { RegisterVehicle } from "./vehicle-forms";
import { VehicleRelationsTable } from "./vehicle-relations-table";
import { vehicleQueries } from "./vehicles.queries";

/** The tab 车位车辆 of a room: its vehicles and spaces, now and before. */
export function RoomVehicles({ room }: { room: { id: string } }) {
  const query = useQuery(vehicleQueries.ofRoom(useProjectId(), room.id));
  return (
    <>
      <Register roomId={room.id} />
      <QueryView query={query}>{({ items }) => <VehicleRelationsTable side="room" relations={items} />}</QueryView>
    </>
  );
}

/** The tab 车辆 of a customer. */
export function CustomerVehicles({ customer }: { customer: { id: string } }) {
  const query = useQuery(vehicleQueries.ofCustomer(useProjectId(), customer.id));
  return (
    <>
      <Register customerId={customer.id} />
      <QueryView query={query}>{({ items }) => <VehicleRelationsTable side="customer" relations={items} />}</QueryView>
    </>
  );
}

function Register(known: { roomId?: string; customerId?: string }) {
  return (
    <Can do="parking:write">
      <Flex justify="end" style={{ marginBottom: 8 }}>
        <RegisterVehicle {...known} trigger={<Button type="primary">登记车辆</Button>} />
      </Flex>
    </Can>
  );
}
