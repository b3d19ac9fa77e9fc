import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { openingTotalKindLabels, type SaveOpeningTotalsDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { Opening } from "./opening.entity.js";
import { lockOpening, refuseRunning, refuseSigned, refuseUnless } from "./opening-state.js";
import { OpeningTotal } from "./opening-total.entity.js";
import { comparisonInWords, notOwnSignature, nothingToSign, totalTwice } from "./openings.errors.js";
import { TieOutQueries } from "./tie-out.queries.js";

/** The figures of the old list, and the second person who signs that the imported ones are theirs. */
@Injectable()
export class SignOpeningService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly tieOut: TieOutQueries,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("billing.opening", {
      permission: "billing:approve-opening",
      approve: async (tx, actor, { projectId, subjectId }) => {
        const opening = await lockOpening(tx, projectId, subjectId);
        refuseUnless(opening, "POSTED");
        if (opening.postedBy === actor.userId) throw notOwnSignature();
      },
    });
  }

  /** Replaces the typed figures. @throws OPENING_SIGNED, OPENING_TOTAL_TWICE, NOT_FOUND */
  saveTotals(actor: Actor, projectId: string, id: string, { totals }: SaveOpeningTotalsDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const opening = await lockOpening(tx, projectId, id);
      await refuseRunning(tx, opening);
      await refuseSigned(tx, opening);
      const rows = totals.map(({ kind, feeItemId = null, buildingId = null, expectedFen }) => ({
        kind,
        feeItemId,
        buildingId,
        expectedFen,
      }));
      await refuseWrong(tx, projectId, rows);
      await tx.delete(OpeningTotal, { projectId, openingId: id, source: "TYPED" });
      const common = { projectId, openingId: id, source: "TYPED", createdAt: this.clock.now() };
      await tx.insert(
        OpeningTotal,
        rows.map((row) => ({ ...row, ...common, id: newId() })),
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "opening.update",
        entity: "opening",
        entityId: id,
        summary: `录入期初导入“${opening.fileName}”的原清单合计 ${rows.length} 项`,
        after: {
          totals: rows.map(({ kind, expectedFen }) => `${openingTotalKindLabels[kind]} ${formatFen(expectedFen)}`),
        },
      });
    });
  }

  /** Asks for the signature. @throws OPENING_STATE, OPENING_SIGNED, OPENING_NO_BALANCE, APPROVAL_PENDING, NOT_FOUND */
  request(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const opening = await lockOpening(tx, projectId, id);
      refuseUnless(opening, "POSTED");
      await refuseSigned(tx, opening);
      const { comparisons, sums, differences } = await this.tieOut.of(projectId, id, tx);
      if (sums.length === 0) throw nothingToSign();
      const words = differences > 0 ? `有 ${differences} 项与原清单不符` : "与原清单相符";
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.opening",
        title: `期初核对 ${opening.openingNo}：${comparisons.length > 0 ? words : "没有原清单合计"}`,
        reason,
        subjectType: "opening",
        subjectId: id,
        payload: {},
        lines: [
          ...comparisons.map(({ kind, feeItemName, buildingName, expectedFen, importedFen }) => ({
            label: [openingTotalKindLabels[kind], feeItemName, buildingName ?? "全部楼栋"].filter(Boolean).join(" · "),
            before: `原清单 ${formatFen(expectedFen)} 元`,
            after: comparisonInWords(expectedFen, importedFen),
          })),
          ...(comparisons.length > 0 ? [] : sums).map(({ kind, feeItemName, buildingName, amountFen, count }) => ({
            label: [openingTotalKindLabels[kind], feeItemName, buildingName].filter(Boolean).join(" · "),
            before: null,
            after: `${formatFen(amountFen)} 元，${count} 行`,
          })),
        ],
      });
      await tx.update(Opening, { projectId, id }, { approvalId });
    });
  }
}

type Named = Pick<OpeningTotal, "feeItemId" | "buildingId" | "kind">;

/** @throws OPENING_TOTAL_TWICE, NOT_FOUND */
async function refuseWrong(tx: EntityManager, projectId: string, rows: readonly Named[]): Promise<void> {
  const seen = new Set<string>();
  for (const { kind, feeItemId, buildingId } of rows) {
    const key = `${kind} ${feeItemId} ${buildingId}`;
    if (seen.has(key)) throw totalTwice(openingTotalKindLabels[kind as keyof typeof openingTotalKindLabels]);
    seen.add(key);
  }
  const ids = (pick: "feeItemId" | "buildingId") => [
    ...new Set(rows.map((row) => row[pick]).filter((id) => id !== null)),
  ];
  const [items, buildings] = [ids("feeItemId"), ids("buildingId")];
  const [found] = await tx.query<{ items: number; buildings: number }[]>(
    `SELECT (SELECT count(*)::int FROM fee_item WHERE project_id = $1 AND id = ANY ($2)) AS items,
            (SELECT count(*)::int FROM building WHERE project_id = $1 AND id = ANY ($3)) AS buildings`,
    [projectId, items, buildings],
  );
  if (found!.items < items.length) throw notFound("收费项目");
  if (found!.buildings < buildings.length) throw notFound("楼栋");
}
