import { Module, type OnModuleInit } from "@nestjs/common";
import { HttpAdapterHost } from "@nestjs/core";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import { DataSource } from "typeorm";
import { HealthController } from "./health.controller.js";
import { httpDuration, poolConnections } from "./metrics.js";

@Module({ controllers: [HealthController] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly adapter: HttpAdapterHost,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    const pool = (this.db.driver as unknown as { master?: Pool }).master;
    poolConnections.remove("total");
    Object.assign(poolConnections, {
      collect: () => {
        poolConnections.set({ state: "total" }, pool?.totalCount ?? 0);
        poolConnections.set({ state: "idle" }, pool?.idleCount ?? 0);
        poolConnections.set({ state: "waiting" }, pool?.waitingCount ?? 0);
      },
    });
    const fastify = this.adapter.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook("onResponse", (request, reply, done) => {
      const route = request.routeOptions.url ?? "unknown";
      httpDuration.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }
}
