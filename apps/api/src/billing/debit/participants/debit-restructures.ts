import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { RestructureLineDto, RestructureProblemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { RestructurePlan } from "../../../property/restructures/restructure-plan.js";
import {
  type Choices,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
} from "../../../property/restructures/restructure-participants.js";
import { chargesOut } from "./charges-out.sql.js";

/**
 * Direct debit in splits and merges: what is out with a bank blocks. Agreements stay with the old rooms, whose arrears they
 * may still pay; a new room needs an agreement of its own, for it names the rooms it is for.
 */
@Injectable()
export class DebitRestructures extends RestructureParticipant<Record<string, never>> implements OnModuleInit {
  readonly name = "debit";
  readonly order = 120;

  constructor(private readonly participants: RestructureParticipants) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(): Promise<Choices> {
    return {};
  }

  /** The money's participant holds the charges of the rooms already. */
  async hold(): Promise<void> {}

  async survey(tx: EntityManager, { projectId, olds }: RestructurePlan): Promise<Survey> {
    const ids = olds.map(({ id }) => id);
    const out = await chargesOut(tx, projectId, ids);
    const problems = out.map(({ batchId, batchNo, roomCode, count }): RestructureProblemDto => ({
      code: "CHARGE_ON_DEBIT",
      message: `${roomCode} 有 ${count} 笔应收正在托收批次 ${batchNo} 中，请先回盘或作废批次`,
      blocking: true,
      field: null,
      link: `billing/debit/batches/${batchId}`,
    }));
    const agreements = await tx.query<{ roomCode: string; no: string; holder: string }[]>(
      `SELECT DISTINCT r.code AS "roomCode", a.agreement_no AS no, a.holder FROM debit_cover v
         JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id AND a.status <> 'ENDED'
         JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
        WHERE v.project_id = $1 AND v.room_id = ANY ($2) ORDER BY r.code, a.agreement_no`,
      [projectId, ids],
    );
    const lines = agreements.map(({ roomCode, no, holder }): RestructureLineDto => ({
      topic: "DEBIT",
      roomCode,
      label: `划款协议 ${no}`,
      before: holder,
      after: "只用于原房间的欠费；新房间请另签协议",
    }));
    return { lines, problems, facts: {} };
  }

  async apply(): Promise<Record<string, never>> {
    return {};
  }

  async undoBlockers(): Promise<string[]> {
    return [];
  }

  async undo(): Promise<void> {}
}
