import { type DynamicModule, Module } from "@nestjs/common";
import { Clock } from "./clock.js";

/** What every module may inject. */
@Module({})
export class CommonModule {
  static of(clock: Clock): DynamicModule {
    return { module: CommonModule, global: true, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
