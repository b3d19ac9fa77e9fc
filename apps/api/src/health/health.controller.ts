import { Controller, Get, Header, HttpStatus } from "@nestjs/common";
import { ApiExcludeController } from "@nestjs/swagger";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { Open } from "../common/requires.js";
import { RuleViolation } from "../common/rule-violation.js";
import { metricsRegistry } from "./metrics.js";

/** For load balancers and Prometheus; outside /api. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The process runs. */
  @Get("health/live")
  @Open()
  live(): { status: "ok" } {
    return { status: "ok" };
  }

  /** The process can serve: the database answers. */
  @Get("health/ready")
  @Open()
  async ready(): Promise<{ status: "ok" }> {
    try {
      await this.db.query("SELECT 1");
    } catch {
      throw new RuleViolation("DATABASE_UNAVAILABLE", "数据库暂时不可用", HttpStatus.SERVICE_UNAVAILABLE);
    }
    return { status: "ok" };
  }

  /** Prometheus metrics. */
  @Get("metrics")
  @Open()
  @Header("content-type", metricsRegistry.contentType)
  metrics(): Promise<string> {
    return metricsRegistry.metrics();
  }
}
