import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RelationEdgeDto, RelationGraphDto, RelationNodeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import { joinSurvivor } from "../customer/merged-customers.js";

/** More than so many relations at a step make no picture any more. */
const MOST = 60;

type Row = RelationEdgeDto & {
  roomCode: string;
  roomName: string;
  customerName: string;
  customerNumber: string;
};

type Side = "room_id" | "customer_id";

/** Relations in force on a day of rooms or of people, those of owners and tenants first. $1 project, $2 ids, $3 day. */
const edgesOf = (side: Side) => `
  SELECT rr.id AS "relationId", rr.customer_id AS "customerId", rr.room_id AS "roomId", rr.role, trim_scale(rr.share)::text AS share,
         rr.kinship, h.name AS "headName", rr.is_primary_contact AS "isPrimaryContact", rr.starts_on AS "startsOn",
         o.code AS "roomCode", o.name AS "roomName", c.name AS "customerName", c.number AS "customerNumber"
    FROM room_relation rr
    JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
    JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
    LEFT JOIN customer h ON h.project_id = rr.project_id AND h.id = rr.head_id
   WHERE rr.project_id = $1 AND rr.${side} = ANY ($2) AND rr.starts_on <= $3 AND (rr.ends_on IS NULL OR rr.ends_on >= $3)
   ORDER BY array_position(ARRAY['OWNER','DEVELOPER','TENANT','FAMILY','USER','AGENT'], rr.role), o.code, c.number, rr.id
   LIMIT ${MOST + 1}`;

/** Who is tied to what: people and rooms within two steps of one of them, on a day. Three statements. */
@Injectable()
export class RelationGraphQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The room's people, and their other rooms. @throws NOT_FOUND */
  async ofRoom(projectId: string, roomId: string, on: string): Promise<RelationGraphDto> {
    const [room] = await this.db.query<{ name: string; hint: string }[]>(
      "SELECT code AS name, name AS hint FROM room WHERE project_id = $1 AND id = $2",
      [projectId, roomId],
    );
    if (!room) throw notFound("房间");
    return this.around(projectId, { id: roomId, kind: "ROOM", ...room, step: 0 }, on, ["room_id", "customer_id"]);
  }

  /** The customer's rooms, and everybody in them; of a merged one those of the survivor. @throws NOT_FOUND */
  async ofCustomer(projectId: string, customerId: string, on: string): Promise<RelationGraphDto> {
    const [customer] = await this.db.query<{ id: string; name: string; hint: string }[]>(
      `SELECT c.id, c.name, c.number AS hint FROM customer x ${joinSurvivor("c", "x.project_id", "x.id")}
        WHERE x.project_id = $1 AND x.id = $2`,
      [projectId, customerId],
    );
    if (!customer) throw notFound("客户");
    const centre = { kind: "CUSTOMER", ...customer, step: 0 } as const;
    return this.around(projectId, centre, on, ["customer_id", "room_id"]);
  }

  private async around(
    projectId: string,
    centre: RelationNodeDto,
    on: string,
    [near, far]: [Side, Side],
  ): Promise<RelationGraphDto> {
    const first = await this.db.query<Row[]>(edgesOf(near), [projectId, [centre.id], on]);
    const reached = first.slice(0, MOST).map((row) => (far === "room_id" ? row.roomId : row.customerId));
    const second = await this.db.query<Row[]>(edgesOf(far), [projectId, [...new Set(reached)], on]);
    const rows = new Map([...first.slice(0, MOST), ...second.slice(0, MOST)].map((row) => [row.relationId, row]));
    const nodes = new Map([[centre.id, centre]]);
    const isFirst = new Set(reached);
    for (const { roomId, roomCode, roomName, customerId, customerName, customerNumber } of rows.values()) {
      const step = (id: string) => (isFirst.has(id) ? 1 : 2);
      if (!nodes.has(roomId))
        nodes.set(roomId, { id: roomId, kind: "ROOM", name: roomCode, hint: roomName, step: step(roomId) });
      if (!nodes.has(customerId))
        nodes.set(customerId, {
          id: customerId,
          kind: "CUSTOMER",
          name: customerName,
          hint: customerNumber,
          step: step(customerId),
        });
    }
    return {
      on,
      nodes: [...nodes.values()],
      edges: [...rows.values()].map(toEdge),
      isCut: first.length > MOST || second.length > MOST,
    };
  }
}

function toEdge({ relationId, customerId, roomId, role, share, kinship, headName, isPrimaryContact, startsOn }: Row) {
  return { relationId, customerId, roomId, role, share, kinship, headName, isPrimaryContact, startsOn };
}
