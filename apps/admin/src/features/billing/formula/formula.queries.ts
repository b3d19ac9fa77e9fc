import { queryOptions } from "@tanstack/react-query";
import type { CheckFormulaDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

/** What a formula that is being typed is worth. */
export const formulaCheck = (projectId: string, body: CheckFormulaDto) =>
  queryOptions({
    queryKey: ["formula-check", projectId, body],
    queryFn: () => bodyOf(api.POST("/projects/{projectId}/formula-checks", { params: { path: { projectId } }, body })),
    enabled: body.formula.trim() !== "",
  });
