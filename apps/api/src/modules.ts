import type { Type } from "@nestjs/common";
import { ArchivesModule } from "./billing/archives.module.js";
import { BillingModule } from "./billing/billing.module.js";
import { ChargeStartModule } from "./billing/charge-start.module.js";
import { CollectionModule } from "./billing/collection.module.js";
import { DebitModule } from "./billing/debit.module.js";
import { DunningModule } from "./billing/dunning.module.js";
import { MaintenanceFundModule } from "./billing/maintenance-fund.module.js";
import { EInvoicesModule } from "./billing/e-invoices.module.js";
import { RemittancesModule } from "./billing/remittances.module.js";
import { PublicIncomeModule } from "./billing/public-income.module.js";
import { MetersModule } from "./billing/meters.module.js";
import { OpeningsModule } from "./billing/openings.module.js";
import { OnlineModule } from "./billing/online.module.js";
import { ReportsModule } from "./billing/reports.module.js";
import { VouchersModule } from "./billing/vouchers.module.js";
import { CustomerModule } from "./customer/customer.module.js";
import { ExportsModule } from "./exports/exports.module.js";
import { ImportsModule } from "./imports/imports.module.js";
import { ParkingModule } from "./parking/parking.module.js";
import { RestructureVehiclesModule } from "./parking/restructures/restructure-vehicles.module.js";
import { InspectionsModule } from "./property/inspections/inspections.module.js";
import { PropertyModule } from "./property/property.module.js";
import { QueryModule } from "./query/query.module.js";
import { SavedFiltersModule } from "./saved-filters/saved-filters.module.js";
import { WorkbenchModule } from "./workbench/workbench.module.js";

/** The business domains, in the order of their dependency. */
export const domainModules: Type[] = [
  PropertyModule,
  InspectionsModule,
  CustomerModule,
  BillingModule,
  CollectionModule,
  ChargeStartModule,
  DebitModule,
  DunningModule,
  MaintenanceFundModule,
  PublicIncomeModule,
  RemittancesModule,
  MetersModule,
  OpeningsModule,
  OnlineModule,
  EInvoicesModule,
  ReportsModule,
  VouchersModule,
  ArchivesModule,
  ParkingModule,
  RestructureVehiclesModule,
  QueryModule,
  ImportsModule,
  ExportsModule,
  WorkbenchModule,
  SavedFiltersModule,
];
