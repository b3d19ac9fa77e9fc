import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MeterFileCheckDto, MeterFileFaultDto, MetersRegisteredDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { projectToday } from "../../property/project-today.js";
import { Meter } from "./meter.entity.js";
import { meterRowsFaulty, tooManyMeters } from "./meters.errors.js";
import { type MeterFileRow, type PlannedMeter, planMeterFile } from "./plan-meter-file.js";

/** A workbook of meters as it was read, with what is wrong with its cells. */
export interface MeterFile {
  name: string;
  rows: MeterFileRow[];
  faults: MeterFileFaultDto[];
}

const FAULTS_SHOWN = 200;
/** Rows of a workbook, and rows written at a time. */
const MAX_METERS = 20_000;
const AT_ONCE = 1000;

/** Registers the meters of a whole estate from a workbook (表具导入, BIL-20). */
@Injectable()
export class RegisterMetersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What a workbook would register, and every row that is wrong; nothing is written. @throws TOO_MANY_METERS */
  async check(projectId: string, file: MeterFile): Promise<MeterFileCheckDto> {
    const { faults } = await this.plan(this.db.manager, projectId, file);
    return {
      rowCount: file.rows.length + file.faults.length,
      faultCount: faults.length,
      faults: faults.slice(0, FAULTS_SHOWN),
    };
  }

  /**
   * Registers every row, or none when one is wrong. The same workbook again is refused: its meters are in use.
   * @throws METER_ROWS_FAULTY, TOO_MANY_METERS
   */
  register(actor: Actor, projectId: string, file: MeterFile): Promise<MetersRegisteredDto> {
    return this.db.transaction(async (tx) => {
      const { meters, faults } = await this.plan(tx, projectId, file);
      if (faults[0]) throw meterRowsFaulty(faults.length, faults[0]);
      const createdAt = this.clock.now();
      const rows = meters.map((meter) => ({ ...meter, projectId, createdAt, removedOn: null, replacesId: null }));
      for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert(Meter, rows.slice(at, at + AT_ONCE));
      await this.audit.record(tx, actor, {
        projectId,
        action: "meter.import",
        entity: "project",
        entityId: projectId,
        summary: `导入表具“${file.name}”，登记 ${rows.length} 只`,
      });
      return { count: rows.length };
    });
  }

  private async plan(
    tx: EntityManager,
    projectId: string,
    { rows, faults }: MeterFile,
  ): Promise<{ meters: PlannedMeter[]; faults: MeterFileFaultDto[] }> {
    if (rows.length + faults.length > MAX_METERS) throw tooManyMeters(MAX_METERS);
    const plan = await planMeterFile(tx, projectId, rows, await projectToday(tx, this.clock, projectId));
    return { meters: plan.meters, faults: [...faults, ...plan.faults].toSorted((a, b) => a.rowNo - b.rowNo) };
  }
}
