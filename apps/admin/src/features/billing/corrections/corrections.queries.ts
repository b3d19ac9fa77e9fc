import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { CorrectChargeDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

const ofCharge = (projectId: string, chargeId: string) => ({ params: { path: { projectId, chargeId } } });

export const correctionPreview = (projectId: string, chargeId: string, amountFen: number) =>
  queryOptions({
    queryKey: ["correction-preview", projectId, chargeId, amountFen],
    retry: false,
    queryFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/charges/{chargeId}/correction/preview", {
          ...ofCharge(projectId, chargeId),
          body: { amountFen },
        }),
      ),
  });

export const correctCharge = (projectId: string, chargeId: string) =>
  mutationOptions({
    mutationFn: (body: CorrectChargeDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/charges/{chargeId}/correction", { ...ofCharge(projectId, chargeId), body }),
      ),
    meta: { done: "已更正" },
  });
