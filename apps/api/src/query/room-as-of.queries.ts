import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AsOfPayerDto, AsOfPersonDto, AsOfRateDto, AsOfRelationDto, RoomAsOfDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { startSpansOfRoom } from "../billing/charge-start/charge-start.sql.js";
import { developerSpan, PAYER_SPANS } from "../billing/charges/payer-of-room.js";
import type { PayerSpan } from "../billing/pricing/pricing.types.js";
import { notFound } from "../common/rule-violation.js";
import { payerAsOf } from "./payers-as-of.js";

interface RoomRow {
  code: string;
  name: string;
  buildingName: string;
  unitName: string;
  startsOn: string | null;
  endedOn: string | null;
  developerId: string | null;
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
}

const ROOM = `
  SELECT r.code, r.name, b.name AS "buildingName", u.name AS "unitName", r.starts_on AS "startsOn", r.ended_on AS "endedOn",
         p.developer_id AS "developerId", a.*
    FROM room r
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
    JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
    JOIN project p ON p.id = r.project_id
    CROSS JOIN LATERAL (
      SELECT building_area AS "buildingArea", charge_area AS "chargeArea", inner_area AS "innerArea", usable_area AS "usableArea"
        FROM (SELECT starts_on, id, building_area, charge_area, inner_area, usable_area FROM room_area_version
               WHERE project_id = r.project_id AND room_id = r.id AND starts_on <= $3
              UNION ALL
              SELECT NULL, NULL, r.building_area, r.charge_area, r.inner_area, r.usable_area) versions
       ORDER BY starts_on DESC NULLS LAST, id DESC LIMIT 1) a
   WHERE r.project_id = $1 AND r.id = $2`;

const RELATIONS = `
  SELECT rr.id AS "relationId", rr.customer_id AS "customerId", c.number AS "customerNumber", c.name AS "customerName",
         c.kind AS "customerKind", rr.role, trim_scale(rr.share)::text AS share, rr.kinship, rr.head_id AS "headId", h.name AS "headName",
         rr.authority, rr.is_primary_contact AS "isPrimaryContact", rr.starts_on AS "startsOn"
    FROM room_relation rr
    JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
    LEFT JOIN customer h ON h.project_id = rr.project_id AND h.id = rr.head_id
   WHERE rr.project_id = $1 AND rr.room_id = $2 AND rr.starts_on <= $3 AND (rr.ends_on IS NULL OR rr.ends_on >= $3)
   ORDER BY array_position(ARRAY['OWNER','DEVELOPER','TENANT','FAMILY','USER','AGENT'], rr.role), rr.starts_on, c.number, rr.id`;

const RATES = `
  SELECT b.fee_item_id AS "feeItemId", f.name AS "feeItemName", b.rate_id AS "rateId", t.name AS "rateName", t.base,
         t.area_kind AS "areaKind", t.cycle, trim_scale(COALESCE(b.unit_price, v.unit_price))::text AS "unitPrice",
         trim_scale(v.surcharge)::text AS surcharge, trim_scale(b.quantity)::text AS quantity, b.unit_price IS NOT NULL AS agreed
    FROM rate_binding b
    JOIN rate t ON t.project_id = b.project_id AND t.id = b.rate_id
    JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
    LEFT JOIN LATERAL (
      SELECT unit_price, surcharge FROM rate_version
       WHERE project_id = b.project_id AND rate_id = b.rate_id AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3)
       ORDER BY starts_on DESC LIMIT 1) v ON true
   WHERE b.project_id = $1 AND b.room_id = $2 AND b.starts_on <= $3 AND (b.ends_on IS NULL OR b.ends_on >= $3)
   ORDER BY f.name, b.id`;

/** Names for the ids of payers and of the items for which somebody is named. */
const NAMES = `
  SELECT id, name, number FROM customer WHERE project_id = $1 AND id = ANY ($2)
  UNION ALL SELECT id, name, '' FROM fee_item WHERE project_id = $1 AND id = ANY ($3)`;

interface Named {
  id: string;
  name: string;
  number: string;
}

/** A room as of a day: relations, payers, areas, rates. Seven statements, however long its history. */
@Injectable()
export class RoomAsOfQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The room on the day. @throws NOT_FOUND */
  async asOf(projectId: string, roomId: string, on: string): Promise<RoomAsOfDto> {
    const params = [projectId, roomId, on];
    const [room] = await this.db.query<RoomRow[]>(ROOM, params);
    if (!room) throw notFound("房间");
    const { buildingArea, chargeArea, innerArea, usableArea, startsOn, endedOn, developerId } = room;
    const isOver = endedOn !== null && on > endedOn;
    const head = {
      on,
      roomId,
      roomCode: room.code,
      roomName: room.name,
      buildingName: room.buildingName,
      unitName: room.unitName,
      startsOn,
      endedOn: isOver ? endedOn : null,
    };
    if (isOver || (startsOn !== null && on < startsOn))
      return { ...head, exists: false, relations: [], payers: [], areas: null, rates: [] };

    const [relations, rates, named, before] = await Promise.all([
      this.db.query<AsOfRelationDto[]>(RELATIONS, params),
      this.db.query<AsOfRateDto[]>(RATES, params),
      this.db.query<PayerSpan[]>(PAYER_SPANS, [projectId, [roomId], on, on]),
      startSpansOfRoom(this.db.manager, projectId, roomId, developerId),
    ]);
    const payers = await this.payersOf(projectId, { on, relations, rates, developerId, spans: [...named, ...before] });
    const areas = { buildingArea, chargeArea, innerArea, usableArea };
    return { ...head, exists: true, relations, payers, areas, rates };
  }

  /** Who pays for all items, and apart from that for each item charged or named on the day where it is somebody else. */
  private async payersOf(
    projectId: string,
    {
      on,
      relations,
      rates,
      developerId,
      spans: stored,
    }: {
      on: string;
      relations: AsOfRelationDto[];
      rates: AsOfRateDto[];
      developerId: string | null;
      spans: PayerSpan[];
    },
  ): Promise<AsOfPayerDto[]> {
    const spans = [...stored, ...developerSpan(developerId)];
    const items = [
      ...new Set([...rates.map(({ feeItemId }) => feeItemId), ...spans.flatMap(({ feeItemId }) => feeItemId ?? [])]),
    ];
    const answers = [null, ...items].map((feeItemId) => ({ feeItemId, ...payerAsOf(spans, feeItemId, on) }));
    const names = await this.db.query<Named[]>(NAMES, [
      projectId,
      answers.flatMap(({ payerId }) => payerId ?? []),
      items,
    ]);
    const named = new Map(names.map((one) => [one.id, one]));
    const owners = relations.filter(({ role }) => role === "OWNER");
    return answers
      .filter(({ feeItemId, basis }) => feeItemId === null || basis === "ITEM")
      .map(({ feeItemId, payerId, basis }) => ({
        feeItemId,
        feeItemName: feeItemId === null ? null : (named.get(feeItemId)?.name ?? null),
        payer: payerId === null ? null : personOf(named.get(payerId), payerId),
        basis,
        jointly: owners
          .filter(({ customerId }) => payerId !== null && basis !== "DEVELOPER" && customerId !== payerId)
          .map(({ customerId, customerNumber, customerName }) => ({ customerId, customerNumber, customerName })),
      }))
      .sort((a, b) => (a.feeItemName ?? "").localeCompare(b.feeItemName ?? "", "zh"));
  }
}

const personOf = (row: Named | undefined, customerId: string): AsOfPersonDto => ({
  customerId,
  customerNumber: row?.number ?? "",
  customerName: row?.name ?? "",
});
