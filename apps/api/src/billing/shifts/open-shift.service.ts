import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OpenShiftDto, ShiftStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { CashierShift } from "./cashier-shift.entity.js";
import { DeskSettingsService } from "./desk-settings.service.js";
import { floatDiffers, shiftIdReused, shiftUnfinished, tillNotLeft } from "./shifts.errors.js";

/** Begins shifts (开班, BIL-73). */
@Injectable()
export class OpenShiftService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly settings: DeskSettingsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens the person's shift; the same id twice opens once.
   * @throws ID_REUSED, SHIFT_UNFINISHED, CASH_NOT_BANKED, TILL_NOT_LEFT, FLOAT_DIFFERS
   */
  open(actor: Actor, projectId: string, dto: OpenShiftDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const earlier = await tx.findOneBy(CashierShift, { projectId, id: dto.id });
      if (earlier && earlier.cashierId === actor.userId && same(earlier, dto)) return;
      if (earlier) throw shiftIdReused();
      await refuseUnfinished(tx, actor, projectId);
      await this.settings.refuseUnbanked(tx, projectId);
      if (dto.takenFromId) await refuseOtherFloat(tx, projectId, dto.takenFromId, dto.floatFen);
      // Two openings at once queue here; the second is refused by uq_cashier_shift_open.
      const shiftNo = await this.numbers.draw(tx, projectId, "shift");
      await tx.insert(CashierShift, {
        projectId,
        id: dto.id,
        createdAt: this.clock.now(),
        shiftNo,
        status: "OPEN",
        desk: dto.desk,
        cashierId: actor.userId,
        cashierName: actor.name,
        openedOn: today,
        floatFen: dto.floatFen,
        takenFromId: dto.takenFromId ?? null,
      });
      await this.audit.record(tx, actor, {
        projectId,
        action: "shift.open",
        entity: "shift",
        entityId: dto.id,
        summary: `开班 ${shiftNo}，${dto.desk}，备用金 ${formatFen(dto.floatFen)} 元`,
        after: { shiftNo, desk: dto.desk, floatFen: dto.floatFen, takenFromId: dto.takenFromId ?? null },
      });
    });
  }
}

const same = (shift: CashierShift, dto: OpenShiftDto) =>
  shift.desk === dto.desk && shift.floatFen === dto.floatFen && shift.takenFromId === (dto.takenFromId ?? null);

async function refuseUnfinished(tx: EntityManager, actor: Actor, projectId: string): Promise<void> {
  const [unfinished] = await tx.query<{ no: string; status: ShiftStatus }[]>(
    `SELECT shift_no AS no, status FROM cashier_shift
      WHERE project_id = $1 AND cashier_id = $2 AND status IN ('OPEN', 'COUNTED')`,
    [projectId, actor.userId],
  );
  if (unfinished) throw shiftUnfinished(unfinished.no, unfinished.status);
}

async function refuseOtherFloat(tx: EntityManager, projectId: string, id: string, floatFen: number): Promise<void> {
  const [left] = await tx.query<{ status: string; leftFen: number | null; taken: boolean }[]>(
    `SELECT s.status, s.left_fen AS "leftFen",
            EXISTS (SELECT 1 FROM cashier_shift t WHERE t.project_id = $1 AND t.taken_from_id = s.id) AS taken
       FROM cashier_shift s WHERE s.project_id = $1 AND s.id = $2`,
    [projectId, id],
  );
  if (!left) throw notFound("接班班次");
  if (left.status !== "CLOSED" || left.taken) throw tillNotLeft();
  if (left.leftFen !== floatFen) throw floatDiffers(left.leftFen ?? 0);
}
