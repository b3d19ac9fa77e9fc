import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SaveDiscountSchemeDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const discountSchemes = (projectId: string) =>
  queryOptions({
    queryKey: ["discount-schemes", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/discount-schemes", { params: { path: { projectId } } })),
  });

/** Creates a scheme, or changes the one given. */
export const saveDiscountScheme = (projectId: string, schemeId?: string) =>
  mutationOptions({
    mutationFn: async (body: SaveDiscountSchemeDto) => {
      if (schemeId)
        await bodyOf(
          api.PUT("/projects/{projectId}/discount-schemes/{schemeId}", {
            params: { path: { projectId, schemeId } },
            body,
          }),
        );
      else await bodyOf(api.POST("/projects/{projectId}/discount-schemes", { params: { path: { projectId } }, body }));
    },
    meta: { done: "优惠方案已保存" },
  });

/** What charges would get if they were paid together; asked again whenever other charges are ticked. */
export const discountOffers = (projectId: string, payerId: string, chargeIds: string[], schemeIds: string[]) =>
  queryOptions({
    queryKey: ["desk", "discounts", projectId, payerId, chargeIds, schemeIds],
    queryFn: () =>
      bodyOf(
        api.POST("/projects/{projectId}/discounts/proposal", {
          params: { path: { projectId } },
          body: { payerId, chargeIds, schemeIds },
        }),
      ),
    enabled: chargeIds.length > 0 && chargeIds.length <= 500,
  });
