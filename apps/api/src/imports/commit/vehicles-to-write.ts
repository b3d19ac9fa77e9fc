import type { RelationToEnd, VehicleToWrite } from "../../parking/vehicles/vehicle-writer.service.js";
import type { ImportPlan } from "../check/plan-import.js";

/** The vehicles of a plan as their writer takes them: each once, with the relations that its rows begin and end. */
export function vehiclesToWrite({ final, vehicles }: ImportPlan): {
  vehicles: VehicleToWrite[];
  ends: RelationToEnd[];
} {
  const written = new Map<string, VehicleToWrite>();
  const ends: RelationToEnd[] = [];
  for (const { uid, plate, name } of final.vehicles) {
    const found = vehicles.get(uid ?? 0);
    if (!found) continue;
    const { vehicleId, fields, changes, tie } = found;
    if (found.ends && vehicleId !== null)
      ends.push({ id: found.ends.relationId, vehicleId, plate, endsOn: found.ends.to });
    if (!tie && changes.length === 0) continue;
    const vehicle = written.get(plate) ?? { id: vehicleId, plate, ...fields, relations: [] };
    written.set(plate, vehicle);
    if (!tie) continue;
    const { from, to, ...rest } = tie;
    vehicle.relations.push({ ...rest, customerName: name, startsOn: from, endsOn: to });
  }
  return { vehicles: [...written.values()], ends };
}
