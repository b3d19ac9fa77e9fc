import { useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, RoomDto } from "@linli/contracts";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { graphQueries } from "./query.queries";
import { RelationGraph } from "./relation-graph";

/** The tab 关系图 of a room, as of today. */
export const RoomGraphTab = ({ room }: { room: RoomDto }) => <RoomGraph roomId={room.id} />;

/** The tab 关系图 of a customer, as of today. */
export const CustomerGraphTab = ({ customer }: { customer: CustomerDetailDto }) => (
  <CustomerGraph customerId={customer.id} />
);

/** The picture of a room's relations on a day; today when none is given. */
export function RoomGraph({ roomId, on }: { roomId: string; on?: string }) {
  const query = useQuery(graphQueries.room(useProjectId(), roomId, on ?? today()));
  return <QueryView query={query}>{(graph) => <RelationGraph graph={graph} on={on} />}</QueryView>;
}

/** The picture of a customer's relations on a day; today when none is given. */
export function CustomerGraph({ customerId, on }: { customerId: string; on?: string }) {
  const query = useQuery(graphQueries.customer(useProjectId(), customerId, on ?? today()));
  return <QueryView query={query}>{(graph) => <RelationGraph graph={graph} on={on} />}</QueryView>;
}
