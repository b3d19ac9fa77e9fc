import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AsOfCustomerRoomDto, AsOfDutyDto, CustomerAsOfDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { spansOfStart } from "../billing/charge-start/charge-start.js";
import { startsOfRooms } from "../billing/charge-start/charge-start.sql.js";
import { developerSpan, PAYER_SPANS } from "../billing/charges/payer-of-room.js";
import type { PayerSpan } from "../billing/pricing/pricing.types.js";
import { notFound } from "../common/rule-violation.js";
import { joinSurvivor } from "../customer/merged-customers.js";
import { payerAsOf } from "./payers-as-of.js";

/** More rooms of one customer are counted, not listed. */
const MOST = 200;

interface CustomerRow {
  id: string;
  name: string;
  number: string;
  isDeveloper: boolean;
}

/** The customer, or the one he was merged into: the survivor has the rooms of both on every day. */
const CUSTOMER = `
  SELECT c.id, c.name, c.number, p.developer_id IS NOT DISTINCT FROM c.id AS "isDeveloper"
    FROM customer asked ${joinSurvivor("c", "asked.project_id", "asked.id")}
    JOIN project p ON p.id = c.project_id WHERE asked.project_id = $1 AND asked.id = $2`;

const ROOMS = `
  SELECT rr.id AS "relationId", rr.room_id AS "roomId", o.code AS "roomCode", o.name AS "roomName", rr.role,
         trim_scale(rr.share)::text AS share, rr.kinship, rr.head_id AS "headId", h.name AS "headName", rr.authority,
         rr.is_primary_contact AS "isPrimaryContact", rr.starts_on AS "startsOn", count(*) OVER ()::int AS total
    FROM room_relation rr
    JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
    LEFT JOIN customer h ON h.project_id = rr.project_id AND h.id = rr.head_id
   WHERE rr.project_id = $1 AND rr.customer_id = $2 AND rr.starts_on <= $3 AND (rr.ends_on IS NULL OR rr.ends_on >= $3)
   ORDER BY o.code, rr.role, rr.id LIMIT ${MOST}`;

/** Rooms for which somebody is named to pay on a day. */
const NAMED_ROOMS = `
  SELECT DISTINCT p.room_id AS "roomId", o.code AS "roomCode" FROM payer p
    JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
   WHERE p.project_id = $1 AND p.customer_id = $2 AND p.starts_on <= $3 AND (p.ends_on IS NULL OR p.ends_on >= $3)
   ORDER BY o.code LIMIT ${MOST}`;

type Spans = PayerSpan & { roomId: string };

/** A customer as of a day: his rooms and roles, and what he pays for. */
@Injectable()
export class CustomerAsOfQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The customer on the day; one who was merged is answered as his survivor. @throws NOT_FOUND */
  async asOf(projectId: string, askedId: string, on: string): Promise<CustomerAsOfDto> {
    const [customer] = await this.db.query<CustomerRow[]>(CUSTOMER, [projectId, askedId]);
    if (!customer) throw notFound("客户");
    const { id: customerId } = customer;
    const params = [projectId, customerId, on];
    const [found, named] = await Promise.all([
      this.db.query<(AsOfCustomerRoomDto & { total: number })[]>(ROOMS, params),
      this.db.query<{ roomId: string; roomCode: string }[]>(NAMED_ROOMS, params),
    ]);
    const rooms = found.map(({ total: _total, ...room }) => room);
    const codes = new Map([...rooms, ...named].map(({ roomId, roomCode }) => [roomId, roomCode]));
    return {
      on,
      customerId,
      customerNumber: customer.number,
      customerName: customer.name,
      rooms,
      roomCount: found[0]?.total ?? 0,
      duties: await this.dutiesOf(projectId, customerId, { on, codes, isDeveloper: customer.isDeveloper }),
      isDeveloper: customer.isDeveloper,
    };
  }

  private async dutiesOf(
    projectId: string,
    customerId: string,
    { on, codes, isDeveloper }: { on: string; codes: Map<string, string>; isDeveloper: boolean },
  ): Promise<AsOfDutyDto[]> {
    const stored = await this.db.query<Spans[]>(PAYER_SPANS, [projectId, [...codes.keys()], on, on]);
    const items = [...new Set(stored.flatMap(({ feeItemId }) => feeItemId ?? []))];
    const names = await this.db.query<{ id: string; name: string }[]>(
      "SELECT id, name FROM fee_item WHERE project_id = $1 AND id = ANY ($2)",
      [projectId, items],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const byRoom = Map.groupBy(stored, ({ roomId }) => roomId);
    const starts = await startsOfRooms(this.db.manager, projectId, [...codes.keys()]);
    const developerId = isDeveloper ? customerId : null;
    return [...codes]
      .flatMap(([roomId, roomCode]): AsOfDutyDto[] => {
        const start = spansOfStart(starts.get(roomId) ?? null, developerId);
        const spans = [...(byRoom.get(roomId) ?? []), ...developerSpan(developerId), ...start];
        const duty = dutyOf(spans, customerId, on, nameOf);
        return duty ? [{ roomId, roomCode, ...duty }] : [];
      })
      .sort((a, b) => a.roomCode.localeCompare(b.roomCode, "en", { numeric: true }));
  }
}

/** What somebody pays for in a room, told the short way: all but…, or only… */
function dutyOf(spans: PayerSpan[], customerId: string, on: string, nameOf: Map<string, string>) {
  const items = [...new Set(spans.flatMap(({ feeItemId }) => feeItemId ?? []))];
  const general = payerAsOf(spans, null, on);
  const isGeneral = general.payerId === customerId;
  const pays = (item: string) => payerAsOf(spans, item, on).payerId === customerId;
  const feeItemNames = items.filter((item) => pays(item) !== isGeneral).map((item) => nameOf.get(item) ?? "");
  if (isGeneral) return { isGeneral, feeItemNames, basis: general.basis! };
  return feeItemNames.length > 0 ? { isGeneral, feeItemNames, basis: "ITEM" as const } : null;
}
