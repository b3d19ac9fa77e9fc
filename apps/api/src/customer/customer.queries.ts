import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type CustomerDetailDto,
  type CustomerMatchDto,
  type CustomerPageDto,
  type CustomerQueryDto,
  type FindMatchesDto,
  type IdType,
  idTypeLabels,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../common/clock.js";
import { maskPhone, PersonalData } from "../common/crypto.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { containing, Where } from "../common/where.js";
import { addSearchConditions } from "./customer-conditions.js";
import { idHashOf } from "./customer-columns.js";
import { canonicalIdNumber, canonicalPhone } from "./customer-data.js";
import { type CustomerRow, isUnder14, toCustomerDetailDto, toCustomerDto } from "./customer.mapper.js";
import { MISSING_CONSENT } from "./incomplete.js";
import { addAttributeFilters } from "../property/attributes/attribute-filters.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import { projectToday } from "../property/project-today.js";
import { idsOf } from "./merged-customers.js";
import { RoomCustomersQueries } from "./room-customers.queries.js";

/** The rooms a customer has to do with on a day, up to three of them by code. */
const roomsOn = (day: string) => `LEFT JOIN LATERAL (
  SELECT count(DISTINCT o.code)::int AS room_count, (array_agg(DISTINCT o.code))[1:3] AS room_codes
    FROM room_relation rr JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
   WHERE rr.project_id = c.project_id AND rr.customer_id = c.id AND (rr.ends_on IS NULL OR rr.ends_on >= ${day}::date)) rooms ON true`;

/** The tags a customer carries, by name. */
const TAGS = `COALESCE((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'tone', t.tone) ORDER BY t.name)
   FROM tagged_customer x JOIN customer_tag t ON t.project_id = x.project_id AND t.id = x.tag_id
  WHERE x.project_id = c.project_id AND x.customer_id = c.id), '[]') AS tags`;

/** Reads customers. */
@Injectable()
export class CustomerQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rooms: RoomCustomersQueries,
    private readonly personal: PersonalData,
    private readonly attributes: AttributesQueries,
    private readonly clock: Clock,
  ) {}

  /** A stretch of the customer list, the newest first. */
  async list(projectId: string, query: CustomerQueryDto): Promise<CustomerPageDto> {
    const { pageSize = 20 } = query;
    const today = await projectToday(this.db, this.clock, projectId);
    const where = (await this.conditions(projectId, query, today)).add(
      "c.id < ?::uuid",
      decodeCursor(query.cursor, 1)?.[0],
    );
    const [day, limit] = [where.param(today), where.param(pageSize + 1)];
    const rows = await this.db.query<CustomerRow[]>(
      `SELECT c.*, ${TAGS}, rooms.room_count, rooms.room_codes
         FROM (SELECT * FROM customer c ${where.toString()} ORDER BY c.id DESC LIMIT ${limit}) c ${roomsOn(day)} ORDER BY c.id DESC`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => toCustomerDto(row, today),
      (row) => [row.id],
    );
  }

  /** The customers a list query means: `customer c`. Lists and exports share it. */
  async conditions(projectId: string, query: CustomerQueryDto, today: string): Promise<Where> {
    const where = new Where()
      .add("c.project_id = ? AND c.merged_into_id IS NULL", projectId)
      .add("c.kind = ?", query.kind)
      .add("(c.confirmed_on IS NULL OR c.confirmed_on < ?)", query.unconfirmedSince)
      .add("(cardinality(c.incomplete) > 0) = ?", query.incomplete)
      .add(
        "c.id IN (SELECT x.customer_id FROM tagged_customer x WHERE x.project_id = ? AND x.tag_id = ?)",
        query.tagId && projectId,
        query.tagId,
      );
    addSearchConditions(where, projectId, query, today);
    if (query.q) this.search(where, projectId, query.q);
    if (query.attribute)
      addAttributeFilters(where, "c.attributes", await this.attributes.list(projectId, "CUSTOMER"), query.attribute);
    return where;
  }

  /** Name, number, the last four digits of a telephone, a whole telephone or ID number. */
  private search(where: Where, projectId: string, q: string): void {
    const text = q.trim();
    const digits = canonicalPhone(text) ?? "";
    // A whole number is answered by its index; nobody's name or customer number looks like one.
    if (/^(\d{15}|\d{17}[\dX])$/.test(canonicalIdNumber(text))) {
      where.add("c.id_number_hash = ANY(?)", this.hashesOf(text));
      return;
    }
    if (/^1[3-9]\d{9}$/.test(digits)) {
      where.add(
        `c.id IN (SELECT m.id FROM customer m WHERE m.project_id = ? AND m.mobile = ?
                  UNION SELECT p.customer_id FROM customer_phone p WHERE p.project_id = ? AND p.number = ?)`,
        projectId,
        digits,
        projectId,
        digits,
      );
      return;
    }
    where.add(
      `(c.name ILIKE ? OR c.number ILIKE ? OR c.mobile = ? OR c.home_phone = ? OR ? = ANY(c.other_phones)
        OR right(c.mobile, 4) = ? OR c.id_number_hash = ANY(?)
        OR c.id IN (SELECT m.merged_into_id FROM customer m WHERE m.project_id = c.project_id AND m.merged_into_id IS NOT NULL
                       AND (m.name ILIKE ? OR m.number ILIKE ?)))`,
      containing(text),
      containing(text),
      digits,
      digits,
      digits,
      /^\d{4}$/.test(digits) ? digits : "none",
      this.hashesOf(text),
      containing(text),
      containing(text),
    );
  }

  /** The hashes under which a number may be stored: those of one kind of document, or of all. */
  private hashesOf(idNumber: string, idType?: IdType | null): string[] {
    const canonical = canonicalIdNumber(idNumber);
    const types = idType ? [idType] : (Object.keys(idTypeLabels) as IdType[]);
    return types.map((type) => idHashOf(this.personal, type, canonical));
  }

  /** Customers with the same document or mobile, found again instead of entered twice (SCN-01); at most ten. */
  async matches(projectId: string, { idType, idNumber, mobile }: FindMatchesDto): Promise<CustomerMatchDto[]> {
    const hashes = idNumber ? this.hashesOf(idNumber, idType) : [];
    const phone = canonicalPhone(mobile);
    if (hashes.length === 0 && !phone) return [];
    const today = await projectToday(this.db, this.clock, projectId);
    const rows = await this.db.query<(CustomerRow & { by_id: boolean })[]>(
      `SELECT c.*, rooms.room_codes, COALESCE(c.id_number_hash = ANY($2), false) AS by_id FROM customer c ${roomsOn("$4")}
        WHERE c.project_id = $1 AND c.merged_into_id IS NULL AND (c.id_number_hash = ANY($2) OR c.mobile = $3) ORDER BY by_id DESC, c.id LIMIT 10`,
      [projectId, hashes, phone, today],
    );
    return rows.map((row) => toMatchDto(row, today));
  }

  /** A customer with his rooms, what he pays for and what he owes. */
  async detail(projectId: string, customerId: string): Promise<CustomerDetailDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const [row] = await this.db.query<CustomerRow[]>(
      `SELECT c.*, ${TAGS}, rooms.room_count, rooms.room_codes FROM customer c ${roomsOn("$3")} WHERE c.project_id = $1 AND c.id = $2`,
      [projectId, customerId, today],
    );
    if (!row) throw notFound("客户");
    const [relations, payers, guardianConsents, [open]] = await Promise.all([
      this.rooms.relationsOf(projectId, { customerId }),
      this.rooms.payersOf(projectId, { customerId }),
      this.rooms.consentsOf(projectId, customerId),
      this.db.query<{ fen: number }[]>(
        `SELECT COALESCE(sum(open_fen), 0)::bigint AS fen FROM charge WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} AND open_fen <> 0`,
        [projectId, customerId],
      ),
    ]);
    return toCustomerDetailDto(row, { today, relations, payers, guardianConsents, openFen: open?.fen ?? 0 });
  }
}

const toMatchDto = (row: CustomerRow & { by_id: boolean }, today: string): CustomerMatchDto => ({
  id: row.id,
  number: row.number,
  name: row.name,
  kind: row.kind as CustomerMatchDto["kind"],
  idNumberMasked: row.id_number_masked,
  mobileMasked: maskPhone(row.mobile),
  by: row.by_id ? "ID_NUMBER" : "MOBILE",
  roomCodes: row.room_codes ?? [],
  needsConsent: isUnder14(row.birthday, today) && row.incomplete.includes(MISSING_CONSENT),
});
