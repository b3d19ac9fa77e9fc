import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type RequestWaiverDto, type WaiverStatus, waiverFileLabels, waiverReasonLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { type ApprovalHandler, ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { customerOf } from "../../customer/room-lock.js";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";
import { bookBorne, takeBackBorne } from "../reductions/borne-charges.js";
import { WaiverLimits } from "../reductions/waiver-limits.service.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lockCharges, type LockedCharge } from "../receipts/charge-ledger.js";
import { requestHash } from "../receipts/request-hash.js";
import { BillingSettingsService } from "../settings/billing-settings.service.js";
import { bookWaiver } from "./waiver-ledger.js";
import { WaiverLine } from "./waiver-line.entity.js";
import { Waiver } from "./waiver.entity.js";
import {
  bearsHimself,
  chargeTwice,
  notApproved,
  ownWaiver,
  severalPayers,
  tooMuchWaived,
  waiverIdReused,
} from "./waivers.errors.js";

type Line = Pick<WaiverLine, "chargeId" | "amountFen">;

/** Reductions of what is owed, by two people (减免, BIL-41, BIL-42). */
@Injectable()
export class WaiversService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly periods: PostingPeriod,
    private readonly settings: BillingSettingsService,
    private readonly limits: WaiverLimits,
    private readonly owners: AttachmentOwners,
  ) {}

  onModuleInit(): void {
    const handler: Omit<ApprovalHandler, "permission"> = {
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(Waiver, { projectId, id: subjectId }, { status });
      },
    };
    this.approvals.handle("billing.waiver", { permission: "billing:approve-waiver", ...handler });
    this.owners.register("waiver", {
      label: "减免单",
      read: "billing:read",
      write: "billing:waive",
      kinds: waiverFileLabels,
      find: rowOf("waiver", "waiver"),
    });
    this.approvals.handle("billing.large-waiver", { permission: "billing:approve-large-waiver", ...handler });
  }

  /**
   * Asks for a waiver once: the same id with the same content answers the one that is there.
   * @throws ID_REUSED, SEVERAL_PAYERS, CHARGE_TWICE, WAIVER_TOO_LARGE, NOT_FOUND
   */
  request(actor: Actor, projectId: string, dto: RequestWaiverDto): Promise<string> {
    const ids = dto.lines.map(({ chargeId }) => chargeId);
    if (new Set(ids).size < ids.length) throw chargeTwice();
    return this.db.transaction(async (tx) => {
      const charges = await lockCharges(tx, projectId, ids);
      const hash = requestHash(dto);
      const known = await tx.findOneBy(Waiver, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw waiverIdReused();
      if (known) return known.id;
      const [{ payerId } = { payerId: "" }] = charges;
      if (charges.some((charge) => charge.payerId !== payerId)) throw severalPayers();
      refuseTooMuch(charges, dto.lines, await pendingOf(tx, projectId, ids));
      if (dto.bearerId) await customerOf(tx, projectId, dto.bearerId);
      if (dto.bearerId === payerId) throw bearsHimself();

      const amountFen = dto.lines.reduce((sum, line) => sum + line.amountFen, 0);
      const { waiverLimitFen } = await this.settings.of(projectId, tx);
      // a large waiver cut into small ones is a large one
      const beforeFen = await waivedOf(tx, projectId, ids, ["PENDING", "APPROVED"]);
      const waiverNo = await this.numbers.draw(tx, projectId, "waiver");
      const createdAt = this.clock.now();
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: amountFen + beforeFen > waiverLimitFen ? "billing.large-waiver" : "billing.waiver",
        title: `减免 ${waiverNo}：${formatFen(amountFen)} 元`,
        reason: `${waiverReasonLabels[dto.reasonCode]}：${dto.reason}`,
        subjectType: "waiver",
        subjectId: dto.id,
        payload: {},
        lines: dto.lines.map((line) =>
          wordsOf(
            charges.find(({ id }) => id === line.chargeId)!,
            line,
          ),
        ),
      });
      await tx.insert(Waiver, {
        projectId,
        id: dto.id,
        createdAt,
        waiverNo,
        status: "PENDING",
        reasonCode: dto.reasonCode,
        reason: dto.reason,
        payerId,
        bearerId: dto.bearerId ?? null,
        amountFen,
        approvalId,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        requestHash: hash,
      });
      const rows = dto.lines.map((line) => ({ ...line, projectId, id: newId(), waiverId: dto.id, createdAt }));
      await tx.insert(WaiverLine, rows);
      return dto.id;
    });
  }

  /**
   * Takes an approved waiver back, booked today: what it reduced is owed again.
   * @throws WAIVER_NOT_APPROVED, SAME_PERSON (who asked for it), PERIOD_CLOSED, NOT_FOUND
   */
  reverse(actor: Actor, projectId: string, waiverId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      // as with a recalculation, which carries waivers on to other charges: one after another
      await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
      const waiver = await tx.findOne(Waiver, {
        where: { projectId, id: waiverId },
        lock: { mode: "pessimistic_write" },
      });
      if (!waiver) throw notFound("减免单");
      if (waiver.status !== "APPROVED") throw notApproved();
      if (waiver.requestedBy === actor.userId) throw ownWaiver();
      const lines = await linesOf(tx, waiver);
      await lockCharges(
        tx,
        projectId,
        lines.map(({ chargeId }) => chargeId),
      );
      const back = lines.map((line) => ({ ...line, amountFen: -line.amountFen }));
      await this.book(tx, actor, waiver, back, `冲回减免 ${waiver.waiverNo}：${reason}`);
      await this.setStatus(tx, waiver, { status: "REVERSED", reversedBy: actor.userId, reversalReason: reason });
      const backFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
      const summary = `冲回减免 ${waiver.waiverNo}（${formatFen(backFen)} 元），原因：${reason}`;
      const entry = { projectId, action: "waiver.reverse", entity: "waiver", entityId: waiverId, summary };
      await this.audit.record(tx, actor, entry);
    });
  }

  /** Does what was approved. What was paid meanwhile is not waived on top. @throws WAIVER_TOO_LARGE, PERIOD_CLOSED */
  private async apply(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const waiver = await tx.findOneByOrFail(Waiver, { projectId, id: subjectId });
    const lines = await linesOf(tx, waiver);
    const charges = await lockCharges(
      tx,
      projectId,
      lines.map(({ chargeId }) => chargeId),
    );
    refuseTooMuch(charges, lines, new Map());
    const chargedFen = charges.reduce((sum, charge) => sum + charge.amountFen, 0);
    const ids = charges.map(({ id }) => id);
    const amountFen = waiver.amountFen + (await waivedOf(tx, projectId, ids, ["APPROVED"]));
    await this.limits.refuseAbove(tx, actor, projectId, { amountFen, percent: (amountFen / chargedFen) * 100 });
    const bookedOn = await this.book(tx, actor, waiver, lines, `减免 ${waiver.waiverNo}：${waiver.reason}`);
    await this.setStatus(tx, waiver, { status: "APPROVED", bookedOn });
  }

  private async book(tx: EntityManager, actor: Actor, waiver: Waiver, lines: Line[], reason: string) {
    const { projectId, bearerId } = waiver;
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const by = { createdBy: actor.userId, createdAt: this.clock.now() };
    const booking = { projectId, bookedOn, period, reason, ...by };
    await bookWaiver(tx, { ...booking, lines });
    if (bearerId === null) return bookedOn;
    if (lines.some(({ amountFen }) => amountFen < 0))
      await takeBackBorne(tx, booking, lines, { kind: "waiver", id: waiver.id });
    else await keepBorne(tx, waiver, await bookBorne(tx, { ...booking, bearerId }, lines));
    return bookedOn;
  }

  private async setStatus(
    tx: EntityManager,
    { projectId, id }: Waiver,
    columns: Partial<Omit<Waiver, "payer">> & { status: WaiverStatus },
  ): Promise<void> {
    await tx.update(Waiver, { projectId, id }, columns);
  }
}

/** Notes on the lines of a waiver what was charged to whoever bears it. */
async function keepBorne(
  tx: EntityManager,
  { projectId, id }: Waiver,
  borne: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query(
    `UPDATE waiver_line l SET borne_charge_id = b.borne FROM unnest($3::uuid[], $4::uuid[]) AS b(charge, borne)
      WHERE l.project_id = $1 AND l.waiver_id = $2 AND l.charge_id = b.charge`,
    [projectId, id, [...borne.keys()], [...borne.values()]],
  );
}

/** What stands of a waiver, by charge. */
const linesOf = (tx: EntityManager, { projectId, id }: Waiver): Promise<Line[]> =>
  tx.query<Line[]>(
    `SELECT charge_id AS "chargeId", sum(amount_fen)::bigint AS "amountFen" FROM waiver_line
      WHERE project_id = $1 AND waiver_id = $2 GROUP BY charge_id HAVING sum(amount_fen) <> 0 ORDER BY charge_id`,
    [projectId, id],
  );

/** What of these charges waits in other requests, in fen. */
async function pendingOf(tx: EntityManager, projectId: string, chargeIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ chargeId: string; fen: number }[]>(
    `SELECT l.charge_id AS "chargeId", sum(l.amount_fen)::bigint AS fen
       FROM waiver_line l JOIN waiver w ON w.project_id = l.project_id AND w.id = l.waiver_id
      WHERE l.project_id = $1 AND l.charge_id = ANY ($2) AND w.status = 'PENDING' GROUP BY l.charge_id`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ chargeId, fen }) => [chargeId, fen]));
}

/** What other waivers, in these states, take off these charges: it counts towards the limits (BIL-42), in fen. */
async function waivedOf(
  tx: EntityManager,
  projectId: string,
  chargeIds: string[],
  statuses: WaiverStatus[],
): Promise<number> {
  const [row] = await tx.query<{ fen: number }[]>(
    `SELECT coalesce(sum(l.amount_fen), 0)::bigint AS fen
       FROM waiver_line l JOIN waiver w ON w.project_id = l.project_id AND w.id = l.waiver_id
      WHERE l.project_id = $1 AND l.charge_id = ANY ($2) AND w.status = ANY ($3)`,
    [projectId, chargeIds, statuses],
  );
  return row!.fen;
}

function refuseTooMuch(charges: LockedCharge[], lines: readonly Line[], pending: ReadonlyMap<string, number>): void {
  for (const charge of charges) {
    const waived = lines.find(({ chargeId }) => chargeId === charge.id)!.amountFen;
    const waits = pending.get(charge.id) ?? 0;
    if (waived + waits > charge.openFen) throw tooMuchWaived(nameOf(charge), charge.openFen, waits);
  }
}

const nameOf = ({ roomCode, feeItemName, period }: LockedCharge) => `${roomCode} ${period} ${feeItemName}`;

/** A line as the approver reads it: what is owed now and what would be left. */
const wordsOf = (charge: LockedCharge, { amountFen }: Line) => ({
  label: nameOf(charge),
  before: `${formatFen(charge.openFen)} 元`,
  after: `${formatFen(charge.openFen - amountFen)} 元（减免 ${formatFen(amountFen)} 元）`,
});
