import { Module } from "@nestjs/common";
import { AsOfController } from "./as-of.controller.js";
import { CustomerAsOfQueries } from "./customer-as-of.queries.js";
import { RelationGraphQueries } from "./relation-graph.queries.js";
import { RoomAsOfQueries } from "./room-as-of.queries.js";

/** 综合查询: questions across the domains, answered with SQL. It writes nothing and owns no rule. */
@Module({
  controllers: [AsOfController],
  providers: [CustomerAsOfQueries, RelationGraphQueries, RoomAsOfQueries],
})
export class QueryModule {}
