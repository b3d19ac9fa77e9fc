import type { RestructurePlanDto, SaveRestructureDto } from "@linli/contracts";
import type { RestructureState } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const restructureTones: Partial<Record<RestructureState, Tone>> = {
  DRAFT: "neutral",
  PENDING: "warning",
  DONE: "good",
  RESTORED: "active",
  VOID: "neutral",
};

/** What the form holds: the plan without its rooms, which are chosen above it. */
export type RestructureForm = Omit<SaveRestructureDto, "kind" | "roomIds">;

/** The plan of a form, without empty lists' holes: what preview and request send. */
export function planOf(
  { kind, roomIds }: Pick<RestructurePlanDto, "kind" | "roomIds">,
  { effectiveOn, parts, bindings, prepayments, vehicles, meters, owners, payerId }: RestructureForm,
): RestructurePlanDto {
  return {
    kind,
    roomIds,
    effectiveOn,
    parts: parts.map((part) => ({ ...part, ownerId: part.ownerId ?? null, movedInOn: part.movedInOn ?? null })),
    bindings,
    prepayments,
    vehicles: vehicles ?? [],
    meters: meters ?? [],
    owners: owners.filter(({ share }) => Boolean(share)),
    payerId: payerId ?? null,
  };
}
