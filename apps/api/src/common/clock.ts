import { Injectable } from "@nestjs/common";
import { todayIn } from "./calendar.js";

/** The time of day, injected so that due dates, tokens and closes can be tested. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in a time zone, YYYY-MM-DD. */
  today(timeZone = "Asia/Shanghai"): string {
    return todayIn(timeZone, this.now());
  }
}
