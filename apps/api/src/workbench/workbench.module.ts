import { Module } from "@nestjs/common";
import { CollectionModule } from "../billing/collection.module.js";
import { WorkbenchController } from "./workbench.controller.js";
import { WorkbenchQueries } from "./workbench.queries.js";

@Module({ imports: [CollectionModule], controllers: [WorkbenchController], providers: [WorkbenchQueries] })
export class WorkbenchModule {}
