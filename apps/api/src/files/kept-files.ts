import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { Clock } from "../common/clock.js";
import { DailyWork } from "../jobs/daily-work.js";
import { FileStore } from "./file-store.js";

/** So many files are removed at once. */
const SLICE = 200;

/** A register of files that jobs make and that are kept for some days: its rows tell their status, size and last moment. */
export interface FileRegister {
  table: "archive_export" | "data_export";
  /** The name of a row's file below the folder of its project. */
  nameOf: (id: string) => string;
}

/** Takes from the disk what a register does not vouch for: files whose days are over, files of rows that never came. */
@Injectable()
export class KeptFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly daily: DailyWork,
    private readonly clock: Clock,
  ) {}

  /** Has the files of all projects removed on the day after their last; the rows stay, with the hashes. */
  register(register: FileRegister): void {
    this.daily.register(`expired files of ${register.table}`, () => this.removeExpired(register));
  }

  /** After a failure: a file that got its name before the register could say so is no file. */
  async discardUnlessReady({ table, nameOf }: FileRegister, projectId: string, id: string): Promise<void> {
    const ready = await this.db.query<object[]>(
      `SELECT 1 FROM ${table} WHERE project_id = $1 AND id = $2 AND status = 'READY'`,
      [projectId, id],
    );
    if (ready.length === 0) await this.files.discard(projectId, nameOf(id));
  }

  /** First the file, then its row: stopped in between, the next turn finds the row again. */
  private async removeExpired({ table, nameOf }: FileRegister): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const gone = await this.db.query<{ project_id: string; id: string }[]>(
        `SELECT project_id, id FROM ${table} WHERE expires_at < $1 AND size IS NOT NULL ORDER BY id LIMIT $2`,
        [now, SLICE],
      );
      for (const { project_id: projectId, id } of gone) await this.files.discard(projectId, nameOf(id));
      await this.db.query(
        `UPDATE ${table} t SET size = NULL FROM unnest($1::uuid[], $2::uuid[]) AS g(project_id, id)
          WHERE t.project_id = g.project_id AND t.id = g.id`,
        [gone.map((row) => row.project_id), gone.map((row) => row.id)],
      );
      if (gone.length < SLICE) return;
    }
  }
}
