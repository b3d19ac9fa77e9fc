import { Module } from "@nestjs/common";
import { ParkingSpacesController } from "./parking-spaces.controller.js";

/** 车位: spaces, for now read-only. */
@Module({ controllers: [ParkingSpacesController] })
export class ParkingModule {}
