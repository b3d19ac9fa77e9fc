import type { BindObjectsDto } from "@linli/contracts";
import type { ChargeObjectKind } from "@linli/contracts/enums";

/** The form that binds things of rooms: which ones stands beside the terms there, as one part in the API. */
export interface BindObjectsForm extends Omit<BindObjectsDto, "objects"> {
  kind: ChargeObjectKind;
  ids?: string[];
  /** Garages or buildings whose spaces are all meant. */
  buildingIds?: string[];
}

/** What the form says, as the API wants it. */
export const toBindObjects = ({ kind, ids = [], buildingIds = [], ...terms }: BindObjectsForm): BindObjectsDto => ({
  ...terms,
  objects: { kind, ids, buildingIds },
});
