import { AsyncLocalStorage } from "node:async_hooks";
import { Clock } from "../common/clock.js";

interface Hand {
  instant?: Date;
}

/**
 * A clock that the demonstration turns through the past months, so that everything is dated as it would have been. Each
 * community turns a hand of its own.
 */
export class SeedClock extends Clock {
  private readonly common: Hand = {};
  private readonly own = new AsyncLocalStorage<Hand>();

  override now(): Date {
    return this.hand.instant ?? new Date();
  }

  /** Does something by a hand of its own, which begins at the real time. */
  apart<Result>(does: () => Promise<Result>): Promise<Result> {
    return this.own.run({}, does);
  }

  /** Ten in the morning of a day in Shanghai, later within the day by `minutes`; never later than the real time. */
  set(day: string, minutes = 0): void {
    const wanted = new Date(`${day}T10:00:00+08:00`).getTime() + minutes * 60_000;
    this.hand.instant = new Date(Math.min(wanted, Date.now()));
  }

  /** Back to the real time. */
  release(): void {
    this.hand.instant = undefined;
  }

  private get hand(): Hand {
    return this.own.getStore() ?? this.common;
  }
}
