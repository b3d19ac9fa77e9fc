import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { GuardianConsentDto, PayerDto, RelationDto, RoomCustomersDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { covers } from "../common/calendar.js";
import { Clock } from "../common/clock.js";
import { notFound } from "../common/rule-violation.js";
import { Where } from "../common/where.js";
import { type PayerRow, type RelationRow, toPayerDto, toRelationDto } from "./customer.mapper.js";
import { idsOf } from "./merged-customers.js";
import { projectToday } from "../property/project-today.js";

const RELATIONS = `SELECT rr.*, o.code AS room_code, o.name AS room_name, c.number AS customer_number, c.name AS customer_name,
         c.kind AS customer_kind, c.mobile, h.name AS head_name
    FROM room_relation rr
    JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
    JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
    LEFT JOIN customer h ON h.project_id = rr.project_id AND h.id = rr.head_id`;

const PAYERS = `SELECT p.*, o.code AS room_code, c.number AS customer_number, c.name AS customer_name, f.name AS fee_item_name
    FROM payer p
    JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
    JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
    LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id`;

/** One side of the relations: a room or a customer. */
interface Side {
  roomId?: string;
  customerId?: string;
}

/** Reads what customers are to rooms, and who pays. */
@Injectable()
export class RoomCustomersQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Relations of a room or a customer: lasting ones first, owners before tenants before the others. */
  async relationsOf(projectId: string, side: Side): Promise<RelationDto[]> {
    const where = ofSide("rr", projectId, side);
    const rows = await this.db.query<RelationRow[]>(
      `${RELATIONS} ${where.toString()}
        ORDER BY rr.ends_on DESC NULLS FIRST, array_position(ARRAY['OWNER','DEVELOPER','TENANT','FAMILY','USER','AGENT'], rr.role), rr.starts_on, rr.id`,
      where.params,
    );
    return rows.map(toRelationDto);
  }

  /** Payer entries of a room or a customer, the latest first. */
  async payersOf(projectId: string, side: Side): Promise<PayerDto[]> {
    const where = ofSide("p", projectId, side);
    const rows = await this.db.query<PayerRow[]>(
      `${PAYERS} ${where.toString()} ORDER BY p.starts_on DESC, p.id`,
      where.params,
    );
    return rows.map(toPayerDto);
  }

  /** Consents of guardians to keeping a child's data, the latest first. */
  async consentsOf(projectId: string, childId: string): Promise<GuardianConsentDto[]> {
    const rows = await this.db.query<(Omit<GuardianConsentDto, "recordedAt"> & { createdAt: Date })[]>(
      `SELECT g.id, g.guardian_id AS "guardianId", c.name AS "guardianName", g.room_id AS "roomId", o.code AS "roomCode",
              g.given_on AS "givenOn", g.way, g.remark, g.recorded_by_name AS "recordedByName", g.created_at AS "createdAt"
         FROM guardian_consent g
         JOIN customer c ON c.project_id = g.project_id AND c.id = g.guardian_id
         JOIN room o ON o.project_id = g.project_id AND o.id = g.room_id
        WHERE g.project_id = $1 AND g.child_id IN ${idsOf("$1", "$2")} ORDER BY g.id DESC`,
      [projectId, childId],
    );
    return rows.map(({ createdAt, ...row }) => ({ ...row, recordedAt: createdAt.toISOString() }));
  }

  /** Everybody who has or had to do with a room, and who pays. */
  async ofRoom(projectId: string, roomId: string): Promise<RoomCustomersDto> {
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    const today = await projectToday(this.db, this.clock, projectId);
    const [relations, payers] = await Promise.all([
      this.relationsOf(projectId, { roomId }),
      this.payersOf(projectId, { roomId }),
    ]);
    return {
      relations,
      payers,
      payerMissing: payerMissing(relations, payers, today),
      ownersSeen: ownersSeen(relations),
    };
  }
}

/** The owners of a room and their shares as one short text, so that a change can say which it saw. */
export const ownersSeen = (
  rows: readonly Pick<RelationDto, "id" | "role" | "share" | "startsOn" | "endsOn">[],
): string =>
  createHash("sha256")
    .update(
      rows
        .filter(({ role }) => role === "OWNER")
        .map(({ id, share, startsOn, endsOn }) => [id, share === null ? "" : Number(share), startsOn, endsOn].join())
        .sort()
        .join(";"),
    )
    .digest("base64url");

const ofSide = (alias: string, projectId: string, { roomId, customerId }: Side): Where =>
  new Where()
    .add(`${alias}.project_id = ?`, projectId)
    .add(`${alias}.room_id = ?`, roomId)
    .add(`${alias}.customer_id = ?`, customerId);

const lasts = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, day: string) =>
  covers({ from: startsOn, to: endsOn }, day);

/** Whether a room has several owners or a company owner, and nobody is named to pay for all items (CUS-09). */
export function payerMissing(relations: RelationDto[], payers: PayerDto[], day: string): boolean {
  const owners = relations.filter((relation) => relation.role === "OWNER" && lasts(relation, day));
  const several = new Set(owners.map(({ customerId }) => customerId)).size > 1;
  const mustChoose = several || owners.some(({ customerKind }) => customerKind === "COMPANY");
  return mustChoose && !payers.some((payer) => payer.feeItemId === null && lasts(payer, day));
}
