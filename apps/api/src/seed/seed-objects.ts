import type { DataSource } from "typeorm";
import type { DemoClient } from "./demo-client.js";
import type { LateFeeSchemes } from "./seed-late-fees.js";

const TERMS = {
  cycle: "MONTH",
  timing: "PREPAID",
  proration: "ACTUAL_DAYS",
  changePolicy: "SPLIT_DAYS",
  areaKind: "CHARGE",
  roundingMode: "HALF_UP",
  roundingUnit: "0.01",
  dueRule: "DAY_OF_MONTH",
  dueDays: 20,
};

interface Tools {
  db: DataSource;
  manager: DemoClient;
}

/** What rooms pay for beside themselves (BIL-05): parking spaces, monthly vehicles, and a contract for advertising. */
export async function seedObjects(
  { db, manager }: Tools,
  projectId: string,
  startsOn: string,
  lateFees: LateFeeSchemes,
): Promise<void> {
  const at = `/projects/${projectId}`;
  const priced = async (item: object, rate: { unitPrice: string; name: string; legalBasis: string }, late = {}) => {
    const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, {
      collectedForOthers: false,
      active: true,
      ...item,
    });
    const { unitPrice, ...names } = rate;
    const version = { startsOn: "2021-01-01", unitPrice, ...late };
    const body = { feeItemId, base: "FIXED", ...names, ...TERMS, version };
    return (await manager.post<{ id: string }>(`${at}/rates`, body)).id;
  };
  const bind = (rateId: string, kind: string, ids: string[]) =>
    manager.post(`${at}/bindings/objects`, { rateId, objects: { kind, ids }, startsOn });
  const parked = await db.query<{ spaceId: string | null; vehicleId: string; kind: string }[]>(
    `SELECT r.space_id AS "spaceId", r.vehicle_id AS "vehicleId", r.kind FROM vehicle_relation r
       JOIN vehicle v ON v.project_id = r.project_id AND v.id = r.vehicle_id
      WHERE r.project_id = $1 AND r.ends_on IS NULL AND r.room_id IS NOT NULL ORDER BY v.plate`,
    [projectId],
  );

  const parking = { incomeClass: "PROPERTY", unit: "元/个·月", taxRate: "6", sort: 10 };
  const spaces = await priced(
    { ...parking, code: "CW", name: "车位管理费", kind: "REGULAR" },
    { name: "地下产权车位", unitPrice: "80", legalBasis: "车位管理服务协议" },
    { lateFee: "SCHEME", lateFeeSchemeId: lateFees.byMonth },
  );
  await bind(spaces, "SPACE", parked.flatMap(({ spaceId }) => spaceId ?? []).slice(0, 12));
  const vehicles = await priced(
    { ...parking, code: "YZ", name: "车辆月租费", kind: "LEASE", unit: "元/辆·月", taxRate: "9", sort: 11 },
    { name: "第二辆车", unitPrice: "260", legalBasis: "车辆停放服务协议" },
  );
  const monthly = parked.filter(({ kind }) => kind === "MONTHLY").map(({ vehicleId }) => vehicleId);
  await bind(vehicles, "VEHICLE", monthly);

  const [shop] = await db.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM room WHERE project_id = $1 AND purpose = 'SHOP' AND state = 'LET' ORDER BY code LIMIT 1",
    [projectId],
  );
  const year = startsOn.slice(0, 4);
  const { id: contractId } = await manager.post<{ id: string }>(`${at}/charge-contracts`, {
    number: `GG-${year}-001`,
    name: `${shop!.name} 门头广告位`,
    roomId: shop!.id,
    startsOn: `${year}-01-01`,
    endsOn: `${Number(year) + 1}-12-31`,
  });
  const advertising = await priced(
    { code: "GGW", name: "广告位租金", kind: "LEASE", incomeClass: "PUBLIC", unit: "元/月", taxRate: "9", sort: 12 },
    { name: "临街门头广告位", unitPrice: "500", legalBasis: "业主大会关于公共部位经营的决定" },
  );
  await manager.post(`${at}/bindings/objects`, {
    rateId: advertising,
    objects: { kind: "CONTRACT", ids: [contractId] },
    startsOn,
    endsOn: `${Number(year) + 1}-12-31`,
  });
}
