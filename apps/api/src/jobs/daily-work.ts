import { Injectable } from "@nestjs/common";
import { RecurringWork } from "./recurring-work.js";

/** The work of the early morning: what is done once a day without anybody asking. */
@Injectable()
export class DailyWork extends RecurringWork {}
