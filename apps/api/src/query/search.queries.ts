import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type HitKind,
  normaliseNumber,
  normalisePlate,
  type Permission,
  type SearchGroupDto,
  type SearchHitDto,
  type SearchResultDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../auth/access.service.js";
import { containing } from "../common/where.js";
import { CustomerQueries } from "../customer/customer.queries.js";
import { NATURAL } from "../database/natural-order.js";
import { formatFen } from "../common/money.js";
import { meantBy, recognise } from "./recognise.js";

const SHOWN = 8;

/** Who may see what is found. */
const RIGHTS: Record<HitKind, Permission> = {
  ROOM: "property:read",
  CUSTOMER: "customer:read",
  VEHICLE: "parking:read",
  SPACE: "parking:read",
  RECEIPT: "billing:read",
};

type Found = Omit<SearchHitDto, "kind">[];

/** One box for everything people ask for at the desk (QRY-02): one statement per kind the text can mean. */
@Injectable()
export class SearchQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly customers: CustomerQueries,
  ) {}

  async find(projectId: string, access: Access, q: string): Promise<SearchResultDto> {
    const recognised = recognise(q);
    const kinds = meantBy(recognised).filter((kind) => may(access, RIGHTS[kind], projectId));
    const groups = await Promise.all(kinds.map((kind) => this.group(projectId, kind, q)));
    return { recognised, groups: groups.filter(({ items }) => items.length > 0) };
  }

  private async group(projectId: string, kind: HitKind, q: string): Promise<SearchGroupDto> {
    const finders: Record<HitKind, () => Promise<Found>> = {
      ROOM: () => this.rooms(projectId, q),
      CUSTOMER: () => this.people(projectId, q),
      VEHICLE: () => this.vehicles(projectId, q),
      SPACE: () => this.spaces(projectId, q),
      RECEIPT: () => this.receipts(projectId, q),
    };
    const found = await finders[kind]();
    return { kind, items: found.slice(0, SHOWN).map((hit) => ({ kind, ...hit })), more: found.length > SHOWN };
  }

  private rooms(projectId: string, q: string): Promise<Found> {
    return this.db.query<Found>(
      `SELECT r.id, r.code AS title, concat_ws(' · ', b.name, u.name, r.name) AS detail
         FROM room r
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
        WHERE r.project_id = $1 AND (r.code ILIKE $2 OR r.name ILIKE $2)
        ORDER BY lower(r.code) <> lower($3), NOT starts_with(lower(r.code), lower($3)), r.code ${NATURAL}, r.id LIMIT ${SHOWN + 1}`,
      [projectId, containing(q), q],
    );
  }

  private async people(projectId: string, q: string): Promise<Found> {
    const { items } = await this.customers.list(projectId, { q, pageSize: SHOWN + 1 });
    return items.map(({ id, name, number, mobileMasked, roomCodes }) => ({
      id,
      title: name,
      detail: [number, mobileMasked, roomCodes.join("、")].filter(Boolean).join(" · "),
    }));
  }

  private vehicles(projectId: string, q: string): Promise<Found> {
    return this.db.query<Found>(
      `SELECT v.id, v.plate AS title, concat_ws(' · ', v.model, v.color, CASE WHEN NOT v.active THEN '停用' END) AS detail
         FROM vehicle v WHERE v.project_id = $1 AND v.plate ILIKE $2 ORDER BY v.active DESC, v.plate, v.id LIMIT ${SHOWN + 1}`,
      [projectId, containing(normalisePlate(q)) ?? ""],
    );
  }

  private spaces(projectId: string, q: string): Promise<Found> {
    return this.db.query<Found>(
      `SELECT s.id, s.code AS title, concat_ws(' · ', NULLIF(s.place, ''), s.name) AS detail
         FROM parking_space s WHERE s.project_id = $1 AND s.code ILIKE $2
        ORDER BY lower(s.code) <> lower($3), s.code ${NATURAL}, s.id LIMIT ${SHOWN + 1}`,
      [projectId, containing(q), q],
    );
  }

  /** Receipts grow without bound: only the whole number, which the unique index finds. */
  private async receipts(projectId: string, q: string): Promise<Found> {
    const rows = await this.db.query<
      { id: string; title: string; bookedOn: string; amountFen: number; name: string }[]
    >(
      `SELECT s.id, s.receipt_no AS title, s.booked_on AS "bookedOn", s.amount_fen AS "amountFen", c.name
         FROM receipt s JOIN customer c ON c.project_id = s.project_id AND c.id = s.payer_id
        WHERE s.project_id = $1 AND s.receipt_no = $2`,
      [projectId, normaliseNumber(q)],
    );
    return rows.map(({ id, title, bookedOn, amountFen, name }) => ({
      id,
      title,
      detail: `${name} · ${bookedOn} · ${formatFen(amountFen)} 元`,
    }));
  }
}
