import { type DynamicModule, Module } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, APP_PIPE } from "@nestjs/core";
import { TypeOrmModule } from "@nestjs/typeorm";
import { LoggerModule } from "nestjs-pino";
import { ApprovalsModule } from "./approvals/approvals.module.js";
import { AuditModule } from "./audit/audit.module.js";
import { AccessGuard } from "./auth/access.guard.js";
import { AuthModule } from "./auth/auth.module.js";
import { SignInGuard } from "./auth/sign-in.guard.js";
import { Clock } from "./common/clock.js";
import { CommonModule } from "./common/common.module.js";
import { loggerOptions } from "./common/logger.js";
import { ProblemFilter } from "./common/problem.filter.js";
import { validationPipe } from "./common/validation.js";
import { Config } from "./config.js";
import { dataSourceOptions } from "./data-source.js";
import { FilesModule } from "./files/files.module.js";
import { HealthModule } from "./health/health.module.js";
import { JobsModule } from "./jobs/jobs.module.js";
import { domainModules } from "./modules.js";
import { NumberingModule } from "./numbering/numbering.module.js";

@Module({})
class ConfigModule {}

/** The whole API. `AppModule.of(config)` so that tests and tools choose the configuration and the clock. */
@Module({})
export class AppModule {
  static of(config: Config, clock = new Clock()): DynamicModule {
    const provideConfig = { provide: Config, useValue: config };
    return {
      module: AppModule,
      imports: [
        { module: ConfigModule, global: true, providers: [provideConfig], exports: [Config] },
        LoggerModule.forRoot(loggerOptions(config)),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.DATABASE_URL, { pool: config.DATABASE_POOL }),
          retryAttempts: 0,
        }),
        CommonModule.of(clock),
        ApprovalsModule,
        AuditModule,
        AuthModule,
        FilesModule,
        HealthModule,
        JobsModule,
        NumberingModule,
        ...domainModules,
      ],
      providers: [
        { provide: APP_GUARD, useClass: SignInGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
