import type { Page } from "../../app/page";
import { chargingPages } from "./charging.pages";
import { collectionPages } from "./collection.pages";
import { meterPages } from "./meters/meters.pages";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const billingPages: readonly Page[] = [...collectionPages, ...meterPages, ...chargingPages];
