import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ChargeBatchDto, ChargeFileCheckDto, ChargeFileFaultDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { ChargeObjects } from "../objects/charge-objects.js";
import { requestHash } from "../receipts/request-hash.js";
import { chargeRowsFaulty, noChargeRows, tooManyCharges } from "./charge-batches.errors.js";
import { ChargeBatchLedger } from "./charge-batches.ledger.js";
import { MAX_CHARGES } from "./new-charge.js";
import { type ChargeFileRow, planChargeFile } from "./plan-charge-file.js";

/** A workbook of one-off charges as it was read, with what is wrong with its cells. */
export interface ChargeFile {
  name: string;
  /** Of the file: a retry is told from another one. */
  sha256: string;
  rows: ChargeFileRow[];
  faults: ChargeFileFaultDto[];
}

const FAULTS_SHOWN = 200;

/** One-off charges from a workbook (临时收费导入, BIL-03, BIL-146). */
@Injectable()
export class ChargeFilesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly ledger: ChargeBatchLedger,
    private readonly objects: ChargeObjects,
  ) {}

  /** What a workbook would charge, and every row that is wrong; nothing is written. @throws PERIOD_CLOSED */
  async check(projectId: string, { rows, faults }: ChargeFile): Promise<ChargeFileCheckDto> {
    const tx = this.db.manager;
    refuseSize(rows.length + faults.length);
    await this.ledger.refuseClosed(tx, projectId);
    const plan = await planChargeFile(tx, projectId, rows, this.objects);
    const wrong = byRow([...faults, ...plan.faults]);
    return {
      rowCount: rows.length + faults.length,
      amountFen: plan.charges.reduce((sum, { amountFen }) => sum + amountFen, 0),
      items: plan.items,
      faultCount: wrong.length,
      faults: wrong.slice(0, FAULTS_SHOWN),
    };
  }

  /**
   * Charges every row of a workbook, or none when one is wrong; the same id again charges nothing.
   * @throws ID_REUSED, CHARGE_ROWS_FAULTY, NOTHING_TO_CHARGE, TOO_MANY_CHARGES, PERIOD_CLOSED
   */
  record(actor: Actor, projectId: string, id: string, file: ChargeFile): Promise<ChargeBatchDto> {
    const hash = requestHash({ id, sha256: file.sha256 });
    refuseSize(file.rows.length + file.faults.length);
    return this.db.transaction(async (tx) => {
      const rooms = await tx.query<{ id: string }[]>("SELECT id FROM room WHERE project_id = $1 AND code = ANY ($2)", [
        projectId,
        [...new Set(file.rows.map(({ roomCode }) => roomCode))],
      ]);
      await this.ledger.lockRooms(
        tx,
        projectId,
        rooms.map((room) => room.id),
      );
      const known = await this.ledger.known(tx, projectId, id, hash);
      if (known) return known;
      const plan = await planChargeFile(tx, projectId, file.rows, this.objects);
      const wrong = byRow([...file.faults, ...plan.faults]);
      if (wrong[0]) throw chargeRowsFaulty(wrong.length, wrong[0]);
      if (plan.charges.length === 0) throw noChargeRows();
      await this.objects.keepAll(tx, projectId, plan.objects);
      const title = `导入临时收费“${file.name}”`;
      const batch = { id, kind: "WORKBOOK" as const, requestHash: hash, title, skippedCount: 0 };
      return this.ledger.write(tx, actor, projectId, batch, plan.charges);
    });
  }
}

const byRow = (faults: ChargeFileFaultDto[]) => faults.toSorted((a, b) => a.rowNo - b.rowNo);

function refuseSize(count: number): void {
  if (count > MAX_CHARGES) throw tooManyCharges(MAX_CHARGES);
}
