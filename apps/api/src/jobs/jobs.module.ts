import { Global, Module } from "@nestjs/common";
import { DailyWork } from "./daily-work.js";
import { JobRunner } from "./job-runner.js";
import { JobsController } from "./jobs.controller.js";
import { JobsService } from "./jobs.service.js";
import { MinuteWork } from "./minute-work.js";
import { OutboxRelay } from "./outbox-relay.js";

/** Work that outlives a request: queue, progress, outbox. */
@Global()
@Module({
  controllers: [JobsController],
  providers: [DailyWork, JobsService, JobRunner, MinuteWork, OutboxRelay],
  exports: [DailyWork, JobsService, JobRunner, MinuteWork],
})
export class JobsModule {}
