import { Injectable } from "@nestjs/common";
import { RecurringWork } from "./recurring-work.js";

/** What cannot wait until morning: looked after every minute, and quick when there is nothing to do. */
@Injectable()
export class MinuteWork extends RecurringWork {}
