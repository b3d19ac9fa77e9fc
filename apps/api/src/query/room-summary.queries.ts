import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AsOfRelationDto,
  RoomSummaryDto,
  SummaryArrearsDto,
  SummaryPersonDto,
  SummaryPrepaymentDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../auth/access.service.js";
import { maskPhone } from "../common/crypto.js";
import { VehiclesQueries } from "../parking/vehicles/vehicles.queries.js";
import { ProjectToday } from "../property/project-today.js";
import { RoomQueries } from "../property/rooms/room.queries.js";
import { RoomAsOfQueries } from "./room-as-of.queries.js";
import { UnderWayQueries } from "./under-way.queries.js";

interface Phones {
  id: string;
  mobile: string | null;
  home_phone: string | null;
  emergency_name: string | null;
  emergency_phone: string | null;
}

/** The room as the hub of everything that concerns it today (QRY-01). */
@Injectable()
export class RoomSummaryQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
    private readonly rooms: RoomQueries,
    private readonly history: RoomAsOfQueries,
    private readonly vehicles: VehiclesQueries,
    private readonly underWay: UnderWayQueries,
  ) {}

  /** @throws NOT_FOUND */
  async of(projectId: string, roomId: string, access: Access): Promise<RoomSummaryDto> {
    const today = await this.days.today(projectId);
    const [people, parking, billing] = (["customer:read", "parking:read", "billing:read"] as const).map((right) =>
      may(access, right, projectId),
    );
    const [room, present, underWay, vehicles, arrears, prepayments, formerResidents] = await Promise.all([
      this.rooms.one(projectId, roomId),
      people || billing ? this.history.asOf(projectId, roomId, today) : null,
      this.underWay.ofRoom(projectId, roomId, access),
      parking ? this.vehicles.relations(projectId, { roomId }, today) : null,
      billing ? this.arrears(projectId, roomId, today) : null,
      billing ? this.prepayments(projectId, roomId) : null,
      people ? this.formerResidents(projectId, roomId, today) : null,
    ]);
    return {
      today,
      room,
      people: people && present ? await this.withPhones(projectId, present.relations) : null,
      payers: people && present ? present.payers : null,
      formerResidents,
      vehicles,
      rates: billing && present ? present.rates : null,
      arrears,
      prepayments,
      underWay,
    };
  }

  private async withPhones(projectId: string, relations: AsOfRelationDto[]): Promise<SummaryPersonDto[]> {
    const rows = await this.db.query<Phones[]>(
      `SELECT id, mobile, home_phone, emergency_name, emergency_phone FROM customer WHERE project_id = $1 AND id = ANY($2)`,
      [projectId, relations.map(({ customerId }) => customerId)],
    );
    const phones = new Map(rows.map((row) => [row.id, row]));
    return relations.map((relation) => {
      const known = phones.get(relation.customerId);
      return {
        ...relation,
        mobileMasked: maskPhone(known?.mobile),
        homePhoneMasked: maskPhone(known?.home_phone),
        emergencyName: known?.emergency_name ?? null,
        emergencyPhoneMasked: maskPhone(known?.emergency_phone),
      };
    });
  }

  private arrears(projectId: string, roomId: string, today: string): Promise<SummaryArrearsDto[]> {
    return this.db.query<SummaryArrearsDto[]>(
      `SELECT f.id AS "feeItemId", f.name AS "feeItemName", sum(c.open_fen)::bigint AS "openFen",
              coalesce(sum(c.open_fen) FILTER (WHERE c.due_on < $3), 0)::bigint AS "overdueFen", count(*)::int AS charges,
              min(c.period) AS "oldestPeriod"
         FROM charge c JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
        WHERE c.project_id = $1 AND c.room_id = $2 AND c.open_fen <> 0
        GROUP BY f.id, f.name, f.sort ORDER BY f.sort, f.name`,
      [projectId, roomId, today],
    );
  }

  private prepayments(projectId: string, roomId: string): Promise<SummaryPrepaymentDto[]> {
    return this.db.query<SummaryPrepaymentDto[]>(
      `SELECT a.customer_id AS "customerId", c.name AS "customerName", a.balance_fen AS "balanceFen"
         FROM prepayment_account a JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
        WHERE a.project_id = $1 AND a.room_id = $2 AND a.balance_fen <> 0 ORDER BY c.name, c.id`,
      [projectId, roomId],
    );
  }

  private async formerResidents(projectId: string, roomId: string, today: string): Promise<number> {
    const [row] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM room_relation
        WHERE project_id = $1 AND room_id = $2 AND role IN ('OWNER', 'TENANT') AND ends_on < $3`,
      [projectId, roomId, today],
    );
    return row?.count ?? 0;
  }
}
