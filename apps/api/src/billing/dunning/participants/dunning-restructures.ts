import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { RestructureLineDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { Clock } from "../../../common/clock.js";
import { projectToday } from "../../../property/project-today.js";
import type { RestructurePlan } from "../../../property/restructures/restructure-plan.js";
import {
  type Choices,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
} from "../../../property/restructures/restructure-participants.js";
import { casesOfRooms, historyOf } from "./open-cases.sql.js";

/** Dunning in splits and merges: arrears stay with the old rooms, and so do the demands that were made for them. */
@Injectable()
export class DunningRestructures extends RestructureParticipant<Record<string, never>> implements OnModuleInit {
  readonly name = "dunning";
  readonly order = 130;

  constructor(
    private readonly participants: RestructureParticipants,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(): Promise<Choices> {
    return {};
  }

  async hold(): Promise<void> {}

  async survey(tx: EntityManager, { projectId, olds }: RestructurePlan): Promise<Survey> {
    const cases = await casesOfRooms(
      tx,
      projectId,
      olds.map(({ id }) => id),
      await projectToday(tx, this.clock, projectId),
    );
    const lines = cases.map((one): RestructureLineDto => ({
      topic: "CHARGE",
      roomCode: one.roomCode,
      label: `催缴案件 ${one.payerName}`,
      before: `已催缴 ${one.steps} 次，${historyOf(one)}`,
      after: "留在原房间，继续催缴",
    }));
    return { lines, problems: [], facts: {} };
  }

  async apply(): Promise<Record<string, never>> {
    return {};
  }

  async undoBlockers(): Promise<string[]> {
    return [];
  }

  async undo(): Promise<void> {}
}
