import { Clock } from "../common/clock.js";

/** A clock that the demonstration turns through the past months, so that everything is dated as it would have been. */
export class SeedClock extends Clock {
  private instant: Date | undefined;

  override now(): Date {
    return this.instant ?? new Date();
  }

  /** Ten in the morning of a day in Shanghai, later within the day by `minutes`; never later than the real time. */
  set(day: string, minutes = 0): void {
    const wanted = new Date(`${day}T10:00:00+08:00`).getTime() + minutes * 60_000;
    this.instant = new Date(Math.min(wanted, Date.now()));
  }

  /** Back to the real time. */
  release(): void {
    this.instant = undefined;
  }
}
