import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SavePaymentMethodDto } from "@linli/contracts";
import type { PaymentMethod } from "@linli/contracts/enums";
import { api, bodyOf } from "../../../lib/api-client";

export const paymentMethodsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["payment-methods", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}/payment-methods", { params: { path: { projectId } } })),
  });

export const savePaymentMethod = (projectId: string, method: PaymentMethod) =>
  mutationOptions({
    mutationFn: (body: SavePaymentMethodDto) =>
      bodyOf(
        api.PUT("/projects/{projectId}/payment-methods/{method}", { params: { path: { projectId, method } }, body }),
      ),
    meta: { done: "收款方式已保存" },
  });
