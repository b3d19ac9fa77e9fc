import { Logger } from "@nestjs/common";

/** What is done again and again without anybody asking; must be safe to do twice. */
type RecurringTask = () => Promise<void>;

/** Domains register what they do at every turn; the queue's clock starts it. */
export abstract class RecurringWork {
  private readonly logger = new Logger(this.constructor.name);
  private readonly tasks = new Map<string, RecurringTask>();

  /** Registers a task under its name. */
  register(name: string, task: RecurringTask): void {
    this.tasks.set(name, task);
  }

  /** Does all of it; a task that fails leaves the others alone. */
  async run(): Promise<void> {
    for (const [name, task] of this.tasks) {
      await task().catch((error: unknown) => this.logger.error(`${name}: ${String(error)}`));
    }
  }
}
