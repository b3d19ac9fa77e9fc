import { Injectable, Logger } from "@nestjs/common";

/** What is done once a day without anybody asking; must be safe to do twice. */
type DailyTask = () => Promise<void>;

/** The work of the early morning: domains register what they do every day, the queue's clock starts it. */
@Injectable()
export class DailyWork {
  private readonly logger = new Logger(DailyWork.name);
  private readonly tasks = new Map<string, DailyTask>();

  /** Registers a task under its name. */
  register(name: string, task: DailyTask): void {
    this.tasks.set(name, task);
  }

  /** Does all of it; a task that fails leaves the others alone. */
  async run(): Promise<void> {
    for (const [name, task] of this.tasks) {
      await task().catch((error: unknown) => this.logger.error(`${name}: ${String(error)}`));
    }
  }
}
