import "reflect-metadata";
import { getDataSourceToken } from "@nestjs/typeorm";
import pg from "pg";
import { DataSource } from "typeorm";
import { AuditService } from "./audit/audit.service.js";
import { InvoiceFolders } from "./billing/e-invoices/file-drop/invoice-folders.js";
import { RecordReadingsService } from "./billing/meters/record-readings.service.js";
import { createUser } from "./auth/create-user.js";
import { systemActor } from "./common/actor.js";
import { addMonths, firstDay } from "./common/calendar.js";
import { COMPANY, newId } from "./common/ids.js";
import { readConfig } from "./config.js";
import { BulkCustomersService } from "./customer/bulk-customers.service.js";
import { BulkRelationsService } from "./customer/bulk-relations.service.js";
import { createApp } from "./http.js";
import { PlaceWriter } from "./property/directory/place-writer.service.js";
import { RoomWriter } from "./property/rooms/room-writer.service.js";
import { communities, type CommunityPlan, demoPassword, demoUsers } from "./seed/communities.js";
import { DemoClient } from "./seed/demo-client.js";
import { Chance } from "./seed/invented.js";
import { SeedClock } from "./seed/seed-clock.js";
import { seedArchive } from "./seed/seed-archives.js";
import { seedChargeStart } from "./seed/seed-charge-start.js";
import { seedCustomers } from "./seed/seed-customers.js";
import { seedEInvoices } from "./seed/seed-e-invoices.js";
import { seedMaintenanceFund } from "./seed/seed-maintenance-fund.js";
import { seedMeters } from "./seed/seed-meters.js";
import { seedDunning } from "./seed/seed-dunning.js";
import { seedReductions } from "./seed/seed-reductions.js";
import { seedPublicIncome } from "./seed/seed-public-income.js";
import { seedLateFees } from "./seed/seed-late-fees.js";
import { seedMonths } from "./seed/seed-months.js";
import { seedObjects } from "./seed/seed-objects.js";
import { seedOpenings } from "./seed/seed-openings.js";
import { seedPrices } from "./seed/seed-prices.js";
import { seedDuplicates } from "./seed/seed-duplicates.js";
import { seedPrivacy } from "./seed/seed-privacy.js";
import { seedReceiptReviews } from "./seed/seed-receipt-reviews.js";
import { seedRecalculation } from "./seed/seed-recalculations.js";
import { seedRemittances } from "./seed/seed-remittances.js";
import { seedRestructures } from "./seed/seed-restructures.js";
import { seedTransfers } from "./seed/seed-transfers.js";
import { seedVehicles } from "./seed/seed-vehicles.js";
import { seedVouchers } from "./seed/seed-vouchers.js";
import { seedDebit, seedDeposits, seedShares } from "./seed/seed-collection.js";
import { seedAreaChanges } from "./seed/seed-area-changes.js";
import { seedInspections } from "./seed/seed-inspections.js";
import { seedAttributes } from "./seed/seed-attributes.js";
import { seedProperty } from "./seed/seed-property.js";

/**
 * Fills an empty database with the demonstration: two communities with three closed months. A database somebody works
 * in is left alone; one whose filling was interrupted is emptied and filled again.
 */
async function seed(): Promise<void> {
  const config = readConfig({ ...process.env, JOBS: "false", LOG_LEVEL: "error" });
  const clock = new SeedClock();
  const app = await createApp(config, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  try {
    const db = app.get<DataSource>(getDataSourceToken());
    if (await isInUse(db)) return;
    await empty(config.DATABASE_URL);
    console.log("装载演示数据（首次需要几分钟）");
    await db.transaction(async (tx) => {
      for (const { mobile, name, role } of demoUsers) {
        await createUser(tx, { mobile, name, password: demoPassword, memberships: [{ role }], now: clock.now() });
      }
    });
    const today = clock.today();
    const people = {
      company: await DemoClient.signIn(app, "COMPANY_MANAGER"),
      manager: await DemoClient.signIn(app, "PROJECT_MANAGER"),
      finance: await DemoClient.signIn(app, "FINANCE_REVIEWER"),
      cashier: await DemoClient.signIn(app, "CASHIER"),
      receptionist: await DemoClient.signIn(app, "RECEPTIONIST"),
    };
    const gatherStatistics = () => asOwner(config.DATABASE_URL, "ANALYZE");
    const parts = {
      places: app.get(PlaceWriter, { strict: false }),
      writer: app.get(RoomWriter, { strict: false }),
      customers: app.get(BulkCustomersService, { strict: false }),
      relations: app.get(BulkRelationsService, { strict: false }),
      readings: app.get(RecordReadingsService, { strict: false }),
      folders: app.get(InvoiceFolders, { strict: false }),
    };
    const common = { db, clock, today, actor: systemActor, gatherStatistics, ...parts, ...people };
    const opened: Community[] = [];
    for (const plan of communities) opened.push(await openCommunity(common, plan));
    // While the database works for one community, this process works for the other.
    await Promise.all(
      opened.map((community, index) =>
        clock.apart(() => seedCommunity({ ...common, chance: new Chance(index + 7) }, community)),
      ),
    );
    await asOwner(config.DATABASE_URL, "ANALYZE");
    await markComplete(app.get(AuditService), db);
  } finally {
    await app.close();
  }
}

interface Tools {
  company: DemoClient;
  manager: DemoClient;
  finance: DemoClient;
  cashier: DemoClient;
  receptionist: DemoClient;
  db: DataSource;
  clock: SeedClock;
  chance: Chance;
  today: string;
  actor: typeof systemActor;
  places: PlaceWriter;
  writer: RoomWriter;
  customers: BulkCustomersService;
  relations: BulkRelationsService;
  readings: RecordReadingsService;
  folders: InvoiceFolders;
  gatherStatistics: () => Promise<void>;
}

/** A community of the demonstration that has been opened. */
interface Community {
  projectId: string;
  plan: CommunityPlan;
  basics: { name: string; shortName: string; address: string; telephone: string; firstPeriod: string };
}

async function openCommunity({ today, company }: Omit<Tools, "chance">, plan: CommunityPlan): Promise<Community> {
  const { name, shortName, address, telephone } = plan;
  const basics = { name, shortName, address, telephone, firstPeriod: addMonths(today.slice(0, 7), -3) };
  const { id: projectId } = await company.post<{ id: string }>("/projects", basics);
  return { projectId, plan, basics };
}

async function seedCommunity(tools: Tools, { projectId, plan, basics }: Community): Promise<void> {
  const { db, today, manager } = tools;
  const { firstPeriod: first, shortName } = basics;
  await manager.post(`/projects/${projectId}/room-prefixes`, { prefix: plan.prefix, remark: "公司发放" });
  const rooms = await seedProperty(tools, projectId, plan);
  console.log(`${shortName}：${rooms.length} 间房`);
  const developerId = await seedCustomers(tools, projectId, rooms);
  await tools.gatherStatistics();
  await manager.put(`/projects/${projectId}`, {
    ...basics,
    developerId,
    noticeNote: plan.noticeNote,
    differencePercent: 20,
    exportApprovalRows: 1000,
    active: true,
  });
  await seedSpaces(db, projectId, plan);
  await seedVehicles(tools, projectId);
  await seedAttributes(tools, projectId);
  if (plan === communities[0]) {
    await seedChargeStart(tools, projectId);
    const lateFees = await seedLateFees(tools, projectId, firstDay(first));
    await seedPrices(manager, projectId, plan, firstDay(first), lateFees.byDay);
    await seedObjects(tools, projectId, firstDay(first), lateFees);
    await seedMeters(tools, projectId, firstDay(first));
    await seedOpenings(tools, projectId, first);
  } else await seedPrices(manager, projectId, plan, firstDay(first));
  await tools.gatherStatistics();
  await seedMonths(tools, projectId, today, (line) => console.log(`${shortName} ${line}`));
  if (plan === communities[0]) {
    await seedReductions(tools, projectId, developerId);
    await seedPublicIncome(tools, projectId);
    await seedMaintenanceFund(tools, projectId);
    await seedRemittances(tools, projectId);
    await seedReceiptReviews(tools, projectId);
    await seedRecalculation(tools, projectId);
    await seedArchive(tools, projectId, first);
    await seedVouchers(tools, projectId);
    await seedEInvoices(tools, projectId);
    await seedShares(tools, projectId);
    await seedDeposits(tools, projectId);
  } else await seedDebit(tools, projectId);
  await seedAreaChanges(tools, projectId, rooms);
  await seedInspections(tools, projectId, rooms);
  await seedTransfers(tools, projectId, rooms);
  await seedRestructures(tools, projectId, rooms);
  await seedPrivacy(tools, projectId);
  await seedDuplicates(tools, projectId);
  if (plan === communities[0]) await seedDunning(tools, projectId);
}

/** The audit row that says the demonstration is whole. */
const COMPLETE = "demonstration.complete";

/** Somebody works here: there are users, and they are not the left-overs of a filling that was interrupted. */
async function isInUse(db: DataSource): Promise<boolean> {
  const [found] = await db.query<{ users: number; demonstration: boolean; complete: boolean }[]>(
    `SELECT count(*)::int AS users, coalesce(bool_or(mobile = $1), false) AS demonstration,
            EXISTS (SELECT 1 FROM audit_log WHERE project_id = $2 AND action = $3) AS complete
       FROM app_user`,
    [demoUsers[0].mobile, COMPANY, COMPLETE],
  );
  return found!.users > 0 && (found!.complete || !found!.demonstration);
}

function markComplete(audit: AuditService, db: DataSource): Promise<void> {
  const entry = { projectId: COMPANY, action: COMPLETE, entity: "demonstration", entityId: COMPANY };
  return audit.record(db.manager, systemActor, { ...entry, summary: "装载演示数据" });
}

/** Empties what an interrupted filling left; the built-in roles stay. */
async function empty(url: string): Promise<void> {
  await asOwner(
    url,
    `DO $$ DECLARE tables text; BEGIN
       SELECT string_agg(format('%I', tablename), ', ') INTO tables FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT IN ('migration', 'typeorm_metadata', 'role');
       EXECUTE 'TRUNCATE ' || tables;
     END $$`,
  );
}

/** Runs a statement as the owner of the tables, e.g. to gather statistics for the planner at once. */
async function asOwner(url: string, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}

async function seedSpaces(db: DataSource, projectId: string, plan: CommunityPlan): Promise<void> {
  const numbers = Array.from({ length: plan.garageSpaces }, (_, index) => index + 1);
  await db.query(
    `INSERT INTO parking_space (project_id, id, created_at, code, name, type, place, ownership, area, building_id, incomplete)
     SELECT $1, s.id, $4, $5 || lpad(s.no::text, 4, '0'), '车位 ' || s.no, 'UNDERGROUND', '地下车库',
            CASE WHEN s.no % 3 = 0 THEN 'DEVELOPER' ELSE 'OWNER' END, 12.50,
            (SELECT id FROM building WHERE project_id = $1 AND kind = 'GARAGE' ORDER BY code LIMIT 1), '{}'
       FROM unnest($2::uuid[], $3::int[]) AS s(id, no)`,
    [projectId, numbers.map(newId), numbers, new Date(), plan.prefix],
  );
}

await seed();
