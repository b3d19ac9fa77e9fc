import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AllocationDto, AllocationRequestDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { idsOf } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { LateFeesQueries } from "../late-fees/late-fees.queries.js";
import { ALLOCATION_RULE, type AllocatedPart, type OpenCharge, proposeAllocation } from "./allocation.js";

/** Proposes how an amount smaller than the debt is spread over a payer's charges and their late fees (BIL-63, LAW-11). */
@Injectable()
export class AllocationQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly lateFees: LateFeesQueries,
    private readonly days: ProjectToday,
  ) {}

  /** @throws NOT_FOUND for a payer or a charge that is not of this project */
  async propose(projectId: string, request: AllocationRequestDto): Promise<AllocationDto> {
    const { payerId, amountFen, chargeIds = [], lateFees = false } = request;
    const ofProject = (table: string, ids: string[]) =>
      this.db.query<object[]>(`SELECT 1 FROM ${table} WHERE project_id = $1 AND id = ANY ($2)`, [projectId, ids]);
    if ((await ofProject("customer", [payerId])).length === 0) throw notFound("收费对象");
    if ((await ofProject("charge", chargeIds)).length < chargeIds.length) throw notFound("所选的部分应收");
    const parts = [...proposeAllocation(await this.owed(projectId, payerId, chargeIds, lateFees), amountFen)];
    const linesOf = (pick: (part: AllocatedPart) => number) =>
      parts.map(([chargeId, part]) => ({ chargeId, amountFen: pick(part) })).filter((line) => line.amountFen > 0);
    return {
      rule: ALLOCATION_RULE,
      lines: linesOf(({ openFen }) => openFen),
      lateFees: linesOf(({ lateFeeFen }) => lateFeeFen),
      leftFen: parts.reduce((left, [, { openFen, lateFeeFen }]) => left - openFen - lateFeeFen, amountFen),
    };
  }

  /** The payer's open charges that no bank is asked for, only those named when any are, with what accrued on them until today when asked for. */
  private async owed(projectId: string, payerId: string, chargeIds: string[], lateFees: boolean) {
    const charges = await this.db.query<OpenCharge[]>(
      `SELECT id, due_on AS "dueOn", open_fen AS "openFen" FROM charge
        WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} AND open_fen > 0 AND debit_batch_id IS NULL AND ($3::uuid[] = '{}' OR id = ANY ($3)) ORDER BY due_on, id`,
      [projectId, payerId, chargeIds],
    );
    if (!lateFees) return charges;
    const today = await this.days.today(projectId);
    const accrued = await this.lateFees.of(projectId, today, { chargeIds: charges.map(({ id }) => id) });
    const byCharge = new Map(accrued.map((one) => [one.chargeId, one.amountFen]));
    return charges.map((charge) => ({ ...charge, lateFeeFen: byCharge.get(charge.id) ?? 0 }));
  }
}
