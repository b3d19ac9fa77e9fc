import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { openingKindLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { inBulk } from "../../database/in-bulk.js";
import { clientOf, copyInto, copyRow } from "../../database/copy.js";
import { ChargeObjects } from "../objects/charge-objects.js";
import { type KnownPlaces, knownPlaces } from "./known-places.js";
import { Opening } from "./opening.entity.js";
import type { OpeningFile, ResolvedRow, TotalInput } from "./opening-input.js";
import { OpeningTotal } from "./opening-total.entity.js";
import { wrongTotalRow } from "./openings.errors.js";
import { refuseSameFile } from "./opening-state.js";
import { resolveRows } from "./resolve-rows.js";
import { refuseRepeated } from "./rows-of-file.js";
import { STANDING_FAULTS } from "./standing-faults.js";

const COLUMNS =
  `project_id id created_at opening_id kind sheet row_no room_code room_id customer_id fee_item_name fee_item_id
  from_on to_on due_on paid_on amount_fen paid_fen document_no object charge_object object_id cycle cashier remark fault`.split(
    /\s+/,
  );

/** Checks a workbook of opening balances or payment history and keeps its rows; the ledger is not touched. */
@Injectable()
export class StageOpeningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly objects: ChargeObjects,
  ) {}

  /** Answers the import, every row with what is wrong with it. @throws OPENING_SAME_FILE, OPENING_TOTAL_ROW, NOT_FOUND */
  stage(actor: Actor, projectId: string, file: OpeningFile): Promise<string> {
    return this.db.transaction(async (tx) => {
      await refuseSameFile(tx, projectId, file);
      const cutOverOn = await cutOverOf(tx, projectId);
      const known = await knownPlaces(tx, projectId, file, this.objects);
      const rows = resolveRows(file.rows, known, cutOverOn);
      refuseRepeated(rows, known);
      const opening = {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        openingNo: null,
        kind: file.kind,
        status: "CHECKED",
        fileName: file.fileName,
        sha256: file.sha256,
        cutOverOn,
        rowCount: rows.length,
        otherSheets: file.otherSheets,
        createdBy: actor.userId,
        createdByName: actor.name,
      };
      await tx.insert(Opening, opening);
      const objects = [...known.objects.values()].flatMap((one) => (typeof one === "string" ? [] : one));
      await this.objects.keepAll(tx, projectId, objects);
      await copyInto(await clientOf(tx), "opening_row", COLUMNS, lines(opening, rows));
      const totals = file.totals.map((total) => totalOf(total, known));
      await tx.insert(
        OpeningTotal,
        totals.map((total) => ({
          ...total,
          projectId,
          id: newId(),
          createdAt: opening.createdAt,
          openingId: opening.id,
        })),
      );
      await markStanding(tx, projectId, opening.id);
      await this.audit.record(tx, actor, {
        projectId,
        action: "opening.upload",
        entity: "opening",
        entityId: opening.id,
        summary: `上传${openingKindLabels[file.kind]}“${file.fileName}”，${rows.length} 行`,
      });
      return opening.id;
    });
  }
}

/** The first day of the first month of account: what lies before it comes from the old list. @throws NOT_FOUND */
export async function cutOverOf(tx: Pick<EntityManager, "query">, projectId: string): Promise<string> {
  const [project] = await tx.query<{ first_period: string }[]>("SELECT first_period FROM project WHERE id = $1", [
    projectId,
  ]);
  if (!project) throw notFound("管理区");
  return firstDay(project.first_period);
}

function* lines({ projectId, id, createdAt }: Pick<Opening, "projectId" | "id" | "createdAt">, rows: ResolvedRow[]) {
  const at = createdAt.toISOString();
  for (const row of rows)
    yield copyRow([
      projectId,
      newId(),
      at,
      id,
      row.kind,
      row.sheet,
      row.rowNo,
      row.roomCode,
      row.roomId,
      row.customerId,
      row.feeItemName,
      row.feeItemId,
      row.fromOn,
      row.toOn,
      row.dueOn,
      row.paidOn,
      row.amountFen,
      row.paidFen,
      row.documentNo,
      row.object,
      row.chargeObject,
      row.objectId,
      row.cycle,
      row.cashier,
      row.remark,
      row.faults.length > 0 ? row.faults.join("；") : null,
    ]);
}

/** Says of rows that were fine so far what the ledger has against them. */
async function markStanding(tx: EntityManager, projectId: string, openingId: string): Promise<void> {
  await inBulk(tx, () =>
    tx.query(
      `UPDATE opening_row r SET fault = f.fault
       FROM (SELECT id, string_agg(fault, '；' ORDER BY fault) AS fault FROM (${STANDING_FAULTS}) s GROUP BY id) f
      WHERE r.project_id = $1 AND r.id = f.id`,
      [projectId, openingId, false, false],
    ),
  );
}

function totalOf(total: TotalInput, known: KnownPlaces) {
  const { kind, sheet, rowNo, feeItemName, buildingName, amountFen, faults } = total;
  const item = feeItemName === null ? null : known.items.get(feeItemName);
  const building = buildingName === null ? null : known.buildings.get(buildingName);
  const fault =
    faults[0] ??
    (item === undefined ? `收费项目“${feeItemName}”不存在` : null) ??
    (building === undefined ? `楼栋“${buildingName}”不存在` : null) ??
    (amountFen === null ? "缺少金额" : null);
  if (fault !== null) throw wrongTotalRow(sheet, rowNo, fault);
  return {
    kind,
    feeItemId: item?.id ?? null,
    buildingId: building ?? null,
    source: "FILE",
    expectedFen: amountFen ?? 0,
  };
}
