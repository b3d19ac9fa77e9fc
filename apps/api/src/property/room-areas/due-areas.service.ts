import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { systemActor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { Config } from "../../config.js";
import { applyDueAreas } from "./due-areas.js";

const EVERY_MS = 60_000;

/**
 * Areas that begin on a later day come into the rooms' own columns when the day has come where the project is
 * (SCN-04). Looked for every minute, done once a day and project by whichever process comes first; pricing and
 * questions as of a day read the versions and do not wait for it.
 */
@Injectable()
export class DueAreasService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DueAreasService.name);
  private readonly doneOn = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.JOBS !== "true") return;
    const work = () => {
      this.working = this.working.then(() => this.applyAll()).catch((error: unknown) => this.logger.error(error));
    };
    this.timer = setInterval(work, EVERY_MS);
    work();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** Every project whose day is new to this process; a transaction each. */
  async applyAll(): Promise<void> {
    const projects = await this.db.query<{ id: string; time_zone: string }[]>("SELECT id, time_zone FROM project");
    for (const { id, time_zone } of projects) {
      const today = this.clock.today(time_zone);
      if (this.doneOn.get(id) === today) continue;
      if (await this.apply(id, today)) this.doneOn.set(id, today);
    }
  }

  /** False while another process is at it. */
  private apply(projectId: string, today: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const [lock] = await tx.query<{ free: boolean }[]>(
        "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free",
        [`due-areas ${projectId}`],
      );
      if (!lock?.free) return false;
      const begun = await applyDueAreas(tx, projectId, today);
      const entries = begun.map(({ id, code, startsOn, before, after }) => ({
        projectId,
        action: "room.change-areas",
        entity: "room",
        entityId: id,
        summary: `房间 ${code} 自 ${startsOn} 起的面积开始使用`,
        before,
        after,
      }));
      for (let from = 0; from < entries.length; from += 1000)
        await this.audit.record(tx, systemActor, ...entries.slice(from, from + 1000));
      return true;
    });
  }
}
