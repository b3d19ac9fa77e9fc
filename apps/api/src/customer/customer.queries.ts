import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CustomerDetailDto, CustomerMatchDto, CustomerMatchQueryDto, CustomerPageDto, CustomerQueryDto, PayerDto, RelationDto, RoomCustomersDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../common/clock.js";
import { maskPhone, PersonalData } from "../common/crypto.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { containing, Where } from "../common/where.js";
import { canonicalIdNumber, canonicalPhone } from "./customer-fields.js";
import { type CustomerRow, type PayerRow, type RelationRow, toCustomerDetailDto, toCustomerDto, toPayerDto, toRelationDto } from "./customer.mapper.js";

/** The rooms a customer has to do with today. */
const ROOMS_TODAY = `LEFT JOIN LATERAL (
  SELECT count(DISTINCT o.code)::int AS room_count, (array_agg(DISTINCT o.code))[1:3] AS room_codes
    FROM room_relation rr JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
   WHERE rr.project_id = c.project_id AND rr.customer_id = c.id AND (rr.ends_on IS NULL OR rr.ends_on >= CURRENT_DATE)) rooms ON true`;

const RELATIONS = `SELECT rr.*, o.code AS room_code, o.name AS room_name, c.number AS customer_number, c.name AS customer_name,
         c.kind AS customer_kind, c.mobile
    FROM room_relation rr
    JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
    JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id`;

const PAYERS = `SELECT p.*, o.code AS room_code, c.name AS customer_name, f.name AS fee_item_name
    FROM payer p
    JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
    JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
    LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id`;

/** Reads customers, relations and payers. */
@Injectable()
export class CustomerQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** A stretch of the customer list, by name. */
  async list(projectId: string, query: CustomerQueryDto): Promise<CustomerPageDto> {
    const { pageSize = 20, q, kind, role, buildingId, incomplete } = query;
    const [name, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("c.project_id = ?", projectId)
      .add("c.kind = ?", kind)
      .add("(c.name, c.id) > (?, ?::uuid)", name, id);
    if (incomplete !== undefined) where.add(incomplete ? "cardinality(c.incomplete) > ?" : "cardinality(c.incomplete) = ?", 0);
    if (role || buildingId) this.related(where, role, buildingId);
    if (q) this.search(where, q);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<CustomerRow[]>(
      `SELECT c.*, rooms.room_count, rooms.room_codes FROM customer c ${ROOMS_TODAY} ${where.toString()} ORDER BY c.name, c.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toCustomerDto, (row) => [row.name, row.id]);
  }

  private related(where: Where, role: string | undefined, buildingId: string | undefined): void {
    where.add(
      `EXISTS (SELECT 1 FROM room_relation rr JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
                JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
               WHERE rr.project_id = c.project_id AND rr.customer_id = c.id AND (rr.ends_on IS NULL OR rr.ends_on >= CURRENT_DATE)
                 AND rr.role = COALESCE(NULLIF(?, ''), rr.role) AND u.building_id = COALESCE(NULLIF(?, '')::uuid, u.building_id))`,
      role ?? "",
      buildingId ?? "",
    );
  }

  /** Name, number, the last four digits of a telephone, a whole telephone or ID number. */
  private search(where: Where, q: string): void {
    const text = q.trim();
    const digits = canonicalPhone(text) ?? "";
    where.add(
      `(c.name ILIKE ? OR c.number ILIKE ? OR c.mobile = ? OR c.home_phone = ? OR (length(?) = 4 AND right(c.mobile, 4) = ?)
        OR c.id_number_hash = ANY(?))`,
      containing(text),
      containing(text),
      digits,
      digits,
      digits,
      digits,
      this.idHashes(text),
    );
  }

  private idHashes(number: string): string[] {
    const canonical = canonicalIdNumber(number);
    return ["ID_CARD", "PASSPORT", "HK_MACAU_PERMIT", "TAIWAN_PERMIT", "MILITARY", "CREDIT_CODE", "OTHER"].map((type) =>
      this.personal.hash(type, canonical),
    );
  }

  /** Customers with the same ID number or mobile (CUS: found again instead of entered twice). */
  async matches(projectId: string, { idType, idNumber, mobile }: CustomerMatchQueryDto): Promise<CustomerMatchDto[]> {
    const hashes = idNumber ? (idType ? [this.personal.hash(idType, canonicalIdNumber(idNumber))] : this.idHashes(idNumber)) : [];
    const phone = canonicalPhone(mobile);
    if (hashes.length === 0 && !phone) return [];
    const rows = await this.db.query<(CustomerRow & { by_id: boolean })[]>(
      `SELECT c.*, rooms.room_codes, c.id_number_hash IS NOT NULL AND c.id_number_hash = ANY($2) AS by_id FROM customer c ${ROOMS_TODAY}
        WHERE c.project_id = $1 AND (c.id_number_hash = ANY($2) OR c.mobile = $3) ORDER BY by_id DESC, c.name LIMIT 10`,
      [projectId, hashes, phone],
    );
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      idNumberMasked: row.id_number_masked,
      mobileMasked: maskPhone(row.mobile),
      by: row.by_id ? ("ID_NUMBER" as const) : ("MOBILE" as const),
      roomCodes: row.room_codes ?? [],
    }));
  }

  async detail(projectId: string, customerId: string): Promise<CustomerDetailDto> {
    const [row] = await this.db.query<CustomerRow[]>(
      `SELECT c.*, rooms.room_count, rooms.room_codes FROM customer c ${ROOMS_TODAY} WHERE c.project_id = $1 AND c.id = $2`,
      [projectId, customerId],
    );
    if (!row) throw notFound("客户");
    const [relations, payers, [open]] = await Promise.all([
      this.db.query<RelationRow[]>(`${RELATIONS} WHERE rr.project_id = $1 AND rr.customer_id = $2 ORDER BY rr.ends_on DESC NULLS FIRST, rr.starts_on DESC`, [projectId, customerId]),
      this.db.query<PayerRow[]>(`${PAYERS} WHERE p.project_id = $1 AND p.customer_id = $2 ORDER BY p.starts_on DESC`, [projectId, customerId]),
      this.db.query<{ fen: number }[]>(
        "SELECT COALESCE(sum(open_fen), 0)::bigint AS fen FROM charge WHERE project_id = $1 AND payer_id = $2 AND open_fen <> 0",
        [projectId, customerId],
      ),
    ]);
    return toCustomerDetailDto(row, { relations: relations.map(toRelationDto), payers: payers.map(toPayerDto), openFen: open?.fen ?? 0 });
  }

  /** Everybody who has or had to do with a room, and who pays. */
  async ofRoom(projectId: string, roomId: string): Promise<RoomCustomersDto> {
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [projectId, roomId]);
    if (!room) throw notFound("房间");
    const [relations, payers] = await Promise.all([
      this.db.query<RelationRow[]>(
        `${RELATIONS} WHERE rr.project_id = $1 AND rr.room_id = $2
          ORDER BY rr.ends_on DESC NULLS FIRST, array_position(ARRAY['OWNER','DEVELOPER','TENANT','FAMILY','USER','AGENT'], rr.role), rr.starts_on`,
        [projectId, roomId],
      ),
      this.db.query<PayerRow[]>(`${PAYERS} WHERE p.project_id = $1 AND p.room_id = $2 ORDER BY p.starts_on DESC`, [projectId, roomId]),
    ]);
    return {
      relations: relations.map(toRelationDto),
      payers: payers.map(toPayerDto),
      payerMissing: payerMissing(relations.map(toRelationDto), payers.map(toPayerDto), this.clock.today()),
    };
  }
}

const lasts = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, day: string) =>
  startsOn <= day && (endsOn === null || endsOn >= day);

/** Whether a room has several owners or a company owner, and nobody is named to pay for all items (CUS-09). */
export function payerMissing(relations: RelationDto[], payers: PayerDto[], day: string): boolean {
  const owners = relations.filter((relation) => relation.role === "OWNER" && lasts(relation, day));
  const mustChoose = owners.length > 1 || owners.some(({ customerKind }) => customerKind === "COMPANY");
  return mustChoose && !payers.some((payer) => payer.feeItemId === null && lasts(payer, day));
}
