import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem, savedRate } from "../billing.factories.js";
import { savedProject } from "../../property/property.factories.js";
import { noteWindows, type TierWindows } from "./later-months.js";
import type { PlannedLine } from "./plan-recalculation.js";

const app = await startTestApp();
afterAll(() => app.close());

test("the furthest month counts, in whichever order the months come", async () => {
  const { id: projectId } = await savedProject(app);
  const rate = await savedRate(app, await savedFeeItem(app, projectId), { tierBasis: "YEAR" });
  const line = (period: string) =>
    ({
      roomId: "room",
      period,
      obstacle: null,
      olds: [{ objectId: null, feeItemId: "item" }],
      news: [{ rateId: rate.id, trace: { tiers: {} } }],
    }) as unknown as PlannedLine;
  const windows: TierWindows = new Map();
  for (const lines of [[line("2025-01")], [line("2024-11"), line("2024-12")]])
    await noteWindows(app.db.manager, projectId, windows, lines);
  expect([...windows]).toEqual([["roomitem", "2025-12"]]);
});
