import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RoomObjectsDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { ProjectToday } from "../../property/project-today.js";
import { ChargeObjects } from "./charge-objects.js";

/** Reads what a room can be charged for beside itself (BIL-05). */
@Injectable()
export class RoomObjectsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly objects: ChargeObjects,
    private readonly days: ProjectToday,
  ) {}

  /** Of today; a room that the project does not have has none. */
  async ofRoom(projectId: string, roomId: string): Promise<RoomObjectsDto> {
    const today = await this.days.today(projectId);
    const objects = await this.objects.ofRoom(this.db.manager, projectId, roomId, today);
    return { items: objects.map(({ id, kind, label }) => ({ id, kind, label })) };
  }
}
