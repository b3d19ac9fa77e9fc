import { Module } from "@nestjs/common";
import { ParkingSpaceWriter } from "./parking-space-writer.service.js";
import { ParkingSpacesController } from "./parking-spaces.controller.js";

/** 车位: spaces; imports write them through the writer. */
@Module({ controllers: [ParkingSpacesController], providers: [ParkingSpaceWriter], exports: [ParkingSpaceWriter] })
export class ParkingModule {}
