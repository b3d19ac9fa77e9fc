import { type DynamicModule, Module } from "@nestjs/common";
import { Clock } from "./clock.js";
import { PersonalData } from "./crypto.js";

/** What every module may inject. */
@Module({})
export class CommonModule {
  static of(clock: Clock): DynamicModule {
    return {
      module: CommonModule,
      global: true,
      providers: [{ provide: Clock, useValue: clock }, PersonalData],
      exports: [Clock, PersonalData],
    };
  }
}
