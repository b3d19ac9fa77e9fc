import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PeriodSealListDto, SealVerificationDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { RuleViolation } from "../../common/rule-violation.js";
import { PeriodReopening } from "./period-reopening.entity.js";
import { PeriodSeal } from "./period-seal.entity.js";
import { verifySeals } from "./seal.js";

const notSealed = (period: string) =>
  new RuleViolation("PERIOD_NOT_SEALED", `${period} 没有校验值：没有月结，或月结时还没有启用账务校验`);

/** Reads and verifies the seals of closed months (账务校验). */
@Injectable()
export class SealsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Every seal of a project: one a close, so a dozen a year. */
  async list(projectId: string): Promise<PeriodSealListDto> {
    const seals = await this.db.manager.find(PeriodSeal, { where: { projectId }, order: { sequence: "DESC" } });
    const reopenings = await this.db.manager.find(PeriodReopening, {
      where: { projectId },
      select: { sealId: true, reason: true, requestedByName: true, approvedByName: true, createdAt: true },
    });
    const closed = await this.db.query<{ period: string; pending: boolean }[]>(
      `SELECT p.period, EXISTS (SELECT 1 FROM approval a WHERE a.project_id = p.project_id AND a.kind = 'period.reopen'
                                   AND a.subject_id = p.id AND a.status = 'PENDING') AS pending
         FROM billing_period p WHERE p.project_id = $1 AND p.status = 'CLOSED' ORDER BY p.period DESC`,
      [projectId],
    );
    const bySeal = new Map(reopenings.map((reopening) => [reopening.sealId, reopening]));
    const sealed = new Set(seals.map(({ period }) => period));
    const [last] = closed;
    return {
      items: seals.map((seal) => {
        const reopening = bySeal.get(seal.id);
        return {
          id: seal.id,
          period: seal.period,
          sequence: seal.sequence,
          closedAt: seal.createdAt.toISOString(),
          closedByName: seal.closedByName,
          hash: seal.hash,
          previousHash: seal.previousHash,
          parts: seal.parts,
          reopened: reopening
            ? {
                reason: reopening.reason,
                requestedByName: reopening.requestedByName,
                approvedByName: reopening.approvedByName,
                reopenedAt: reopening.createdAt.toISOString(),
              }
            : null,
        };
      }),
      unsealed: closed.map(({ period }) => period).filter((period) => !sealed.has(period)),
      reopenable: last && !last.pending ? last.period : null,
    };
  }

  /** Reads the money rows of a sealed month again and compares. @throws PERIOD_NOT_SEALED */
  async verify(projectId: string, period: string): Promise<SealVerificationDto> {
    const [result] = await verifySeals(this.db, projectId, period);
    if (!result) throw notSealed(period);
    return result;
  }
}
