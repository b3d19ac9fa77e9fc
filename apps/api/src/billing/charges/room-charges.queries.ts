import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RoomChargeCellDto, RoomChargesDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { yearOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";

/** The charges of one room by year and month (FEE-02). */
@Injectable()
export class RoomChargesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param year the current one when absent */
  async ofYear(projectId: string, roomId: string, year?: number): Promise<RoomChargesDto> {
    const today = this.clock.today();
    const shown = year ?? yearOf(today);
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    const cells = await this.db.query<(RoomChargeCellDto & { feeItemName: string })[]>(
      `SELECT c.fee_item_id AS "feeItemId", f.name AS "feeItemName", c.period,
              sum(c.amount_fen - c.reduced_fen - c.reversed_fen)::bigint AS "amountFen",
              sum(c.received_fen + c.offset_fen)::bigint AS "paidFen", sum(c.open_fen)::bigint AS "openFen"
         FROM charge c JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
        WHERE c.project_id = $1 AND c.room_id = $2 AND c.period BETWEEN $3 AND $4
        GROUP BY c.fee_item_id, f.name, f.sort, f.code, c.period ORDER BY f.sort, f.code, c.period`,
      [projectId, roomId, `${shown}-01`, `${shown}-12`],
    );
    const [whole] = await this.db.query<
      [{ years: number[] | null; overdueFen: number; openFen: number; owedSince: string | null }]
    >(
      `SELECT array_agg(DISTINCT left(period, 4)::int) AS years, COALESCE(sum(open_fen), 0)::bigint AS "openFen",
              COALESCE(sum(open_fen) FILTER (WHERE due_on < $3), 0)::bigint AS "overdueFen",
              min(service_from) FILTER (WHERE open_fen > 0) AS "owedSince"
         FROM charge WHERE project_id = $1 AND room_id = $2`,
      [projectId, roomId, today],
    );
    const names = new Map(cells.map(({ feeItemId, feeItemName }) => [feeItemId, feeItemName]));
    return {
      year: shown,
      years: (whole.years ?? []).toSorted((a, b) => b - a),
      items: [...names].map(([feeItemId, feeItemName]) => ({ feeItemId, feeItemName })),
      cells: cells.map(({ feeItemName: _name, ...cell }) => cell),
      overdueFen: whole.overdueFen,
      openFen: whole.openFen,
      owedSince: whole.owedSince,
    };
  }
}
