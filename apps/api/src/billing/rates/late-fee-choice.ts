import { type RateLateFee, rateLateFeeLabels, type UpdateRateVersionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { LateFeeScheme } from "../late-fees/late-fee-scheme.entity.js";
import { collectedForOthers, schemeSwitchedOff } from "../late-fees/late-fees.errors.js";
import type { Rate } from "./rate.entity.js";

/** By which scheme what is billed at a price bears late fees, as it is stored (BIL-04). */
export interface LateFeeChoice {
  lateFee: string;
  lateFeeSchemeId: string | null;
}

/** What the first price of a standard has when nothing is said. */
export const BY_ITEM: LateFeeChoice = { lateFee: "ITEM", lateFeeSchemeId: null };

/**
 * The choice of a price; left out it is that of the price before. The caller holds the rate, and with it its fee item.
 * @throws INVALID_INPUT, NOT_FOUND, LATE_FEE_SCHEME_OFF, LATE_FEE_COLLECTED
 */
export async function lateFeeChoice(
  tx: EntityManager,
  { projectId, feeItemId }: Pick<Rate, "projectId" | "feeItemId">,
  { lateFee, lateFeeSchemeId = null }: UpdateRateVersionDto,
  { lateFee: kept, lateFeeSchemeId: keptId }: LateFeeChoice,
): Promise<LateFeeChoice> {
  if (lateFee == null && lateFeeSchemeId === null) return { lateFee: kept, lateFeeSchemeId: keptId };
  if (lateFee !== "SCHEME") {
    if (lateFeeSchemeId !== null) throw new InvalidInput({ lateFeeSchemeId: ["只有指定方案时才选违约金方案"] });
    return { lateFee: lateFee as RateLateFee, lateFeeSchemeId: null };
  }
  if (lateFeeSchemeId === null) throw new InvalidInput({ lateFeeSchemeId: ["请选择违约金方案"] });
  if (keptId === lateFeeSchemeId) return { lateFee, lateFeeSchemeId };
  const scheme = await activeScheme(tx, projectId, lateFeeSchemeId);
  const item = await tx.findOneByOrFail(FeeItem, { projectId, id: feeItemId });
  if (item.collectedForOthers && !scheme.collectedAllowed) throw collectedForOthers(item.name);
  return { lateFee, lateFeeSchemeId };
}

/** A choice that comes into force again or goes on in a new price. @throws LATE_FEE_SCHEME_OFF */
export async function refuseSwitchedOff(
  tx: EntityManager,
  projectId: string,
  { lateFeeSchemeId }: LateFeeChoice,
): Promise<void> {
  if (lateFeeSchemeId !== null) await activeScheme(tx, projectId, lateFeeSchemeId);
}

/** Held as setting up schemes does, so that it is not switched off or narrowed meanwhile. @throws NOT_FOUND, LATE_FEE_SCHEME_OFF */
async function activeScheme(tx: EntityManager, projectId: string, id: string): Promise<LateFeeScheme> {
  const scheme = await tx.findOne(LateFeeScheme, { where: { projectId, id }, lock: { mode: "pessimistic_read" } });
  if (!scheme) throw notFound("违约金方案");
  if (!scheme.active) throw schemeSwitchedOff(scheme.name);
  return scheme;
}

/** A choice as the history of a standard states it. */
export async function choiceWords(
  tx: EntityManager,
  projectId: string,
  { lateFee, lateFeeSchemeId }: LateFeeChoice,
): Promise<string> {
  const words = rateLateFeeLabels[lateFee as RateLateFee];
  if (lateFeeSchemeId === null) return words;
  const { name } = await tx.findOneByOrFail(LateFeeScheme, { projectId, id: lateFeeSchemeId });
  return `${words} ${name}`;
}
