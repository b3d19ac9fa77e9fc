import { Module } from "@nestjs/common";
import { PropertyModule } from "../../property/property.module.js";
import { RestructureVehicles } from "./restructure-vehicles.service.js";

/** What becomes of vehicles and their spaces when rooms are split or merged. */
@Module({ imports: [PropertyModule], providers: [RestructureVehicles] })
export class RestructureVehiclesModule {}
