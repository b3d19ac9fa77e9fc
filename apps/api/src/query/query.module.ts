import { Module } from "@nestjs/common";
import { CollectionModule } from "../billing/collection.module.js";
import { CustomerModule } from "../customer/customer.module.js";
import { ParkingModule } from "../parking/parking.module.js";
import { PropertyModule } from "../property/property.module.js";
import { AsOfController } from "./as-of.controller.js";
import { CustomerAsOfQueries } from "./customer-as-of.queries.js";
import { FormerResidentsQueries } from "./former-residents.queries.js";
import { QueryController } from "./query.controller.js";
import { RelationGraphQueries } from "./relation-graph.queries.js";
import { RoomAsOfQueries } from "./room-as-of.queries.js";
import { RoomSummaryQueries } from "./room-summary.queries.js";
import { SearchQueries } from "./search.queries.js";
import { UnderWayQueries } from "./under-way.queries.js";

/** 综合查询: questions across the domains, answered with SQL. It writes nothing and owns no rule. */
@Module({
  imports: [CollectionModule, PropertyModule, CustomerModule, ParkingModule],
  controllers: [AsOfController, QueryController],
  providers: [
    CustomerAsOfQueries,
    RelationGraphQueries,
    RoomAsOfQueries,
    FormerResidentsQueries,
    RoomSummaryQueries,
    SearchQueries,
    UnderWayQueries,
  ],
})
export class QueryModule {}
