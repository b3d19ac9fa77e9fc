import { Injectable } from "@nestjs/common";
import { type Kinship, type RelationRole, relationRoleLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { type AuditEntry, AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { overlaps } from "../common/calendar.js";
import { clientOf, copyInto, copyRow } from "../database/copy.js";
import { inBulk } from "../database/in-bulk.js";
import { newId } from "../common/ids.js";
import { payersOverlap } from "./customer.errors.js";
import { refreshIncomplete } from "./incomplete.js";
import { projectToday } from "../property/project-today.js";
import { refuseOutsideLife, refuseSharesOver100 } from "./room-rules.js";

/** What a customer is to a room, as an import knows it. */
export interface BulkRelation {
  roomId: string;
  customerId: string;
  role: RelationRole;
  startsOn: string;
  endsOn?: string | null;
  share?: string | null;
  kinship?: Kinship | null;
  isPrimaryContact?: boolean;
  /** What room and customer are called, where the caller knows; else it is looked up. */
  names?: { room: string; customer: string };
}

/** Who pays for a room, as an import knows it. */
export interface BulkPayer {
  roomId: string;
  customerId: string;
  feeItemId?: string | null;
  startsOn: string;
  endsOn?: string | null;
}

interface Created {
  roomId: string;
  customerId: string;
  /** Of the room. */
  code: string;
  /** Of the customer. */
  name: string;
  startsOn: string;
}

const RELATION_COLUMNS = [
  "project_id",
  "id",
  "room_id",
  "customer_id",
  "role",
  "share",
  "kinship",
  "is_primary_contact",
  "starts_on",
  "ends_on",
  "created_at",
];

/** Writes relations and payers by the thousand, for imports and demonstration data; what is there already stays. */
@Injectable()
export class BulkRelationsService {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Adds the relations that do not exist yet at their time; returns how many came in. @throws SHARES_OVER_100, OUTSIDE_ROOM_LIFE */
  async ensureRelations(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: readonly BulkRelation[],
  ): Promise<number> {
    const distinct = [
      ...new Map(rows.map((row) => [[row.roomId, row.customerId, row.role, row.startsOn].join(), row])).values(),
    ];
    if (distinct.length === 0) return 0;
    const created = await this.insertRelations(tx, projectId, distinct);
    if (created.length === 0) return 0;
    const rooms = [...new Set(created.map(({ roomId }) => roomId))];
    await refuseSharesOver100(tx, projectId, rooms);
    await refuseOutsideLife(tx, projectId, rooms);
    const touched = [...new Set(distinct.map(({ customerId }) => customerId))];
    const family = await familyAmong(tx, projectId, touched);
    if (family.length > 0)
      await refreshIncomplete(tx, projectId, family, await projectToday(tx, this.clock, projectId));
    const summary = (row: (typeof created)[number]) =>
      `${row.name}自 ${row.startsOn} 起为房间 ${row.code} 的${relationRoleLabels[row.role]}（导入）`;
    await this.audit.recordMany(tx, actor, entriesOf(projectId, created, "relation.add", summary));
    return created.length;
  }

  /** Copies the relations that are not there at their time. */
  private async insertRelations(tx: EntityManager, projectId: string, rows: readonly BulkRelation[]) {
    const there = await relationsThere(tx, projectId, [...new Set(rows.map(({ roomId }) => roomId))]);
    const fresh = rows.filter(
      (row) => !there.get(keyOf(row))?.some((span) => overlaps(span, { from: row.startsOn, to: row.endsOn ?? null })),
    );
    const names = await namesOf(
      tx,
      projectId,
      fresh.filter((row) => !row.names),
    );
    const created = fresh.map((row) => ({
      ...row,
      id: newId(),
      code: row.names?.room ?? names.rooms.get(row.roomId) ?? "",
      name: row.names?.customer ?? names.customers.get(row.customerId) ?? "",
    }));
    const lines = relationLines(projectId, this.clock.now().toISOString(), created);
    if (created.length > 0) await copyInto(await clientOf(tx), "room_relation", RELATION_COLUMNS, lines);
    return created;
  }

  /** Adds the payer entries for whose time nobody is named yet; returns how many came in. @throws PAYER_OVERLAPS within the batch */
  async ensurePayers(tx: EntityManager, actor: Actor, projectId: string, rows: readonly BulkPayer[]): Promise<number> {
    const distinct = [...new Map(rows.map((row) => [[row.roomId, row.feeItemId, row.startsOn].join(), row])).values()];
    if (distinct.length === 0) return 0;
    const created = await inBulk(tx, (bulk) =>
      bulk.query<Created[]>(
        `WITH added AS (
         INSERT INTO payer (project_id, id, room_id, customer_id, fee_item_id, starts_on, ends_on, created_at)
         SELECT $1, r.id, r."roomId", r."customerId", r."feeItemId", r."startsOn", r."endsOn", $3
           FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "roomId" uuid, "customerId" uuid, "feeItemId" uuid, "startsOn" date, "endsOn" date)
          WHERE NOT EXISTS (SELECT 1 FROM payer o
                 WHERE o.project_id = $1 AND o.room_id = r."roomId" AND o.fee_item_id IS NOT DISTINCT FROM r."feeItemId"
                   AND o.starts_on <= COALESCE(r."endsOn", 'infinity') AND COALESCE(o.ends_on, 'infinity') >= r."startsOn")
         RETURNING *)
       SELECT a.room_id AS "roomId", a.customer_id AS "customerId", a.starts_on AS "startsOn", o.code, c.name FROM added a
         JOIN room o ON o.project_id = $1 AND o.id = a.room_id JOIN customer c ON c.project_id = $1 AND c.id = a.customer_id`,
        [projectId, JSON.stringify(distinct.map((row) => ({ ...row, id: newId() }))), this.clock.now()],
      ),
    );
    await refuseOverlappingPayers(tx, projectId, [...new Set(created.map(({ roomId }) => roomId))]);
    const summary = (row: (typeof created)[number]) =>
      `${row.name}自 ${row.startsOn} 起为房间 ${row.code} 的收费对象（导入）`;
    await this.audit.recordMany(tx, actor, entriesOf(projectId, created, "payer.set", summary));
    return created.length;
  }
}

const keyOf = ({ roomId, customerId, role }: Pick<BulkRelation, "roomId" | "customerId" | "role">): string =>
  `${roomId} ${customerId} ${role}`;

/** When which relations of the rooms are there already. */
async function relationsThere(tx: EntityManager, projectId: string, roomIds: string[]) {
  const rows = await inBulk(tx, (bulk) =>
    bulk.query<(Pick<BulkRelation, "roomId" | "customerId" | "role"> & { from: string; to: string | null })[]>(
      `SELECT room_id AS "roomId", customer_id AS "customerId", role, starts_on AS "from", ends_on AS "to"
         FROM room_relation WHERE project_id = $1 AND room_id IN (SELECT unnest($2::uuid[]))`,
      [projectId, roomIds],
    ),
  );
  return Map.groupBy(rows, keyOf);
}

/** What the rooms and customers of relations are called. */
async function namesOf(tx: EntityManager, projectId: string, rows: readonly BulkRelation[]) {
  const read = async (sql: string, ids: string[]) => {
    if (ids.length === 0) return new Map<string, string>();
    const named = await inBulk(tx, (bulk) =>
      bulk.query<{ id: string; name: string }[]>(`${sql} WHERE project_id = $1 AND id IN (SELECT unnest($2::uuid[]))`, [
        projectId,
        [...new Set(ids)],
      ]),
    );
    return new Map(named.map(({ id, name }) => [id, name]));
  };
  return {
    rooms: await read(
      "SELECT id, code AS name FROM room",
      rows.map(({ roomId }) => roomId),
    ),
    customers: await read(
      "SELECT id, name FROM customer",
      rows.map(({ customerId }) => customerId),
    ),
  };
}

function* relationLines(
  projectId: string,
  createdAt: string,
  rows: readonly (BulkRelation & { id: string })[],
): Generator<string> {
  for (const { id, roomId, customerId, role, share, kinship, isPrimaryContact, startsOn, endsOn } of rows)
    yield copyRow([
      projectId,
      id,
      roomId,
      customerId,
      role,
      share ?? null,
      kinship ?? null,
      isPrimaryContact ?? false,
      startsOn,
      endsOn ?? null,
      createdAt,
    ]);
}

/** Of some customers those who are family somewhere: only with them does what is mandatory hang on relations (CUS-07). */
async function familyAmong(tx: EntityManager, projectId: string, customerIds: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT customer_id AS id FROM room_relation
      WHERE project_id = $1 AND role = 'FAMILY' AND customer_id IN (SELECT unnest($2::uuid[]))`,
    [projectId, customerIds],
  );
  return rows.map(({ id }) => id);
}

/** Every change stands with the room and with the customer. */
function* entriesOf<Row extends Created>(
  projectId: string,
  rows: readonly Row[],
  action: string,
  summaryOf: (row: Row) => string,
): Generator<AuditEntry> {
  for (const row of rows) {
    const entry = { projectId, action, summary: summaryOf(row) };
    yield { ...entry, entity: "room", entityId: row.roomId };
    yield { ...entry, entity: "customer", entityId: row.customerId };
  }
}

async function refuseOverlappingPayers(tx: EntityManager, projectId: string, roomIds: string[]): Promise<void> {
  const [twice] = await inBulk(tx, (bulk) =>
    bulk.query<{ code: string; day: string }[]>(
      `SELECT o.code, p.starts_on AS day
       FROM (SELECT room_id, starts_on,
                    max(COALESCE(ends_on, 'infinity')) OVER (PARTITION BY room_id, fee_item_id ORDER BY starts_on, id
                                                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_to
               FROM payer WHERE project_id = $1 AND room_id IN (SELECT unnest($2::uuid[]))) p
       JOIN room o ON o.project_id = $1 AND o.id = p.room_id
      WHERE p.taken_to >= p.starts_on LIMIT 1`,
      [projectId, roomIds],
    ),
  );
  if (twice) throw payersOverlap(twice.code, twice.day);
}
