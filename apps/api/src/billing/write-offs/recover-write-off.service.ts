import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RecoverWriteOffDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lockCharges } from "../receipts/charge-ledger.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { bookWriteOff } from "./write-off-ledger.js";
import { WriteOffLine } from "./write-off-line.entity.js";
import { WriteOff } from "./write-off.entity.js";
import { chargeListedTwice, recoveredTooMuch, writeOffNotApproved } from "./write-offs.errors.js";

/** Takes money for debts that were given up for lost (坏账收回). */
@Injectable()
export class RecoverWriteOffService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly receipts: PostReceiptService,
    private readonly audit: AuditService,
  ) {}

  /**
   * What comes back is owed again and paid by a receipt, in one transaction; the same receipt id twice does it once.
   * @throws WRITE_OFF_STATE, RECOVERY_TOO_LARGE, CHARGE_TWICE, PERIOD_CLOSED, NOT_FOUND, and what posting a receipt throws
   */
  recover(actor: Actor, projectId: string, writeOffId: string, dto: RecoverWriteOffDto): Promise<void> {
    const ids = dto.lines.map(({ chargeId }) => chargeId);
    if (new Set(ids).size < ids.length) throw chargeListedTwice();
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const charges = await lockCharges(tx, projectId, ids);
      const writeOff = await tx.findOne(WriteOff, {
        where: { projectId, id: writeOffId },
        lock: { mode: "pessimistic_write" },
      });
      if (!writeOff) throw notFound("核销单");
      const receipt = {
        id: dto.id,
        payerId: charges[0]!.payerId,
        lines: dto.lines,
        methods: dto.methods,
        remark: `坏账收回 ${writeOff.writeOffNo}`,
      };
      if (!(await isPosted(tx, projectId, dto.id))) {
        if (writeOff.status !== "APPROVED") throw writeOffNotApproved();
        await takeBack(tx, writeOff, dto.lines);
        const back = dto.lines.map(({ chargeId, amountFen }) => ({ chargeId, amountFen: -amountFen }));
        const by = { createdBy: actor.userId, createdAt: this.clock.now() };
        const reason = `坏账收回 ${writeOff.writeOffNo}`;
        await bookWriteOff(tx, writeOffId, {
          projectId,
          adjusts: "RECOVERY",
          lines: back,
          bookedOn,
          period,
          reason,
          ...by,
        });
        await this.record(tx, actor, writeOff, dto);
      }
      await this.receipts.postIn(tx, actor, projectId, receipt, { atDesk: true });
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, writeOffNo }: WriteOff,
    { lines }: RecoverWriteOffDto,
  ) {
    const fen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const summary = `坏账收回 ${writeOffNo}：${formatFen(fen)} 元`;
    return this.audit.record(tx, actor, {
      projectId,
      action: "write-off.recover",
      entity: "write-off",
      entityId: id,
      summary,
      after: { lines },
    });
  }
}

async function isPosted(tx: EntityManager, projectId: string, id: string): Promise<boolean> {
  const found = await tx.query<object[]>("SELECT 1 FROM receipt WHERE project_id = $1 AND id = $2", [projectId, id]);
  return found.length > 0;
}

/** Counts what came back on the lines. @throws RECOVERY_TOO_LARGE, NOT_FOUND when a charge is not of the write-off */
async function takeBack(
  tx: EntityManager,
  { projectId, id: writeOffId }: WriteOff,
  wanted: RecoverWriteOffDto["lines"],
): Promise<void> {
  const lines = await tx.find(WriteOffLine, { where: { projectId, writeOffId } });
  for (const { chargeId, amountFen } of wanted) {
    const line = lines.find((one) => one.chargeId === chargeId);
    if (!line) throw notFound("核销单里的这笔应收");
    const left = line.amountFen - line.recoveredFen;
    if (amountFen > left) throw recoveredTooMuch(left);
  }
  await tx.query(
    `UPDATE write_off_line l SET recovered_fen = l.recovered_fen + w.fen
       FROM unnest($3::uuid[], $4::bigint[]) AS w(charge_id, fen)
      WHERE l.project_id = $1 AND l.write_off_id = $2 AND l.charge_id = w.charge_id`,
    [projectId, writeOffId, wanted.map(({ chargeId }) => chargeId), wanted.map(({ amountFen }) => amountFen)],
  );
  await tx.query("UPDATE write_off SET recovered_fen = recovered_fen + $3::bigint WHERE project_id = $1 AND id = $2", [
    projectId,
    writeOffId,
    wanted.reduce((sum, { amountFen }) => sum + amountFen, 0),
  ]);
}
