import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import { lockRoom } from "../../../customer/room-lock.js";
import { projectToday } from "../../../property/project-today.js";
import { nothingOverdue } from "../dunning.errors.js";
import { type CaseKey, caseKeyOf, openCases } from "./open-cases.js";
import { type OwedCharge, owedOn } from "./owed-on.js";

/** A case that something is recorded in. */
export interface OpenedCase extends CaseKey {
  projectId: string;
  caseId: string;
  roomCode: string;
  today: string;
  by: { createdAt: Date; createdBy: string; createdByName: string };
}

/** What all verbs about one case have in common: the room is held, the case is there, the history tells. */
@Injectable()
export class DunningCasesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Runs a verb on the case of a room and a payer, one at a time for a room. @throws NOT_FOUND */
  within(
    actor: Actor,
    { projectId, roomId, payerId }: CaseKey & { projectId: string },
    verb: (tx: EntityManager, opened: OpenedCase) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, roomId);
      const key = await caseKeyOf(tx, projectId, roomId, payerId);
      const createdAt = this.clock.now();
      const [caseId] = await openCases(tx, projectId, [key], createdAt);
      const today = await projectToday(tx, this.clock, projectId);
      const by = { createdAt, createdBy: actor.userId, createdByName: actor.name };
      await verb(tx, { ...key, projectId, caseId: caseId!, roomCode: room.code, today, by });
    });
  }

  /** What is owed on a day, the charges and their sum. @throws InvalidInput for a day to come, NOTHING_OVERDUE */
  async owed(
    tx: EntityManager,
    opened: OpenedCase,
    field: string,
    day: string,
  ): Promise<{ charges: OwedCharge[]; amountFen: number }> {
    if (day > opened.today) throw new InvalidInput({ [field]: ["不能晚于今天"] });
    const charges = await owedOn(tx, opened.projectId, opened, day);
    if (charges.length === 0) throw nothingOverdue(day);
    return { charges, amountFen: charges.reduce((sum, { fen }) => sum + fen, 0) };
  }

  /** Tells it in the history of the case and of the room. */
  record(
    tx: EntityManager,
    actor: Actor,
    { projectId, caseId, roomId }: Pick<OpenedCase, "projectId" | "caseId" | "roomId">,
    verb: string,
    summary: string,
  ): Promise<void> {
    const action = `dunning-case.${verb}`;
    return this.audit.record(
      tx,
      actor,
      { projectId, action, entity: "dunning-case", entityId: caseId, summary },
      { projectId, action, entity: "room", entityId: roomId, summary },
    );
  }

  /** Runs a verb on a row of a case that is there already. */
  onRow<Row extends object>(
    find: (tx: EntityManager) => Promise<Row & { projectId: string; caseId: string }>,
    verb: (tx: EntityManager, row: Row & RowPlace) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await find(tx);
      const [place] = await tx.query<{ roomId: string }[]>(
        `SELECT room_id AS "roomId" FROM dunning_case WHERE project_id = $1 AND id = $2`,
        [row.projectId, row.caseId],
      );
      const today = await projectToday(tx, this.clock, row.projectId);
      await verb(tx, { ...row, roomId: place!.roomId, today, now: this.clock.now() });
    });
  }
}

/** Where a row of a case belongs, and when it is. */
export interface RowPlace {
  projectId: string;
  caseId: string;
  roomId: string;
  today: string;
  now: Date;
}
