import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { EndVacancyDto, InspectVacancyDto, RequestVacancyDto, VacancyQueryDto } from "@linli/contracts";
import { api, bodyOf } from "../../../lib/api-client";

export const vacancyQueries = {
  list: (projectId: string) => (query: VacancyQueryDto) =>
    queryOptions({
      queryKey: ["vacancies", projectId, query],
      queryFn: () => bodyOf(api.GET("/projects/{projectId}/vacancies", { params: { path: { projectId }, query } })),
    }),
  one: (projectId: string, vacancyId: string) =>
    queryOptions({
      queryKey: ["vacancy", projectId, vacancyId],
      queryFn: () =>
        bodyOf(api.GET("/projects/{projectId}/vacancies/{vacancyId}", { params: { path: { projectId, vacancyId } } })),
    }),
};

export const requestVacancy = (projectId: string) =>
  mutationOptions({
    mutationFn: (body: RequestVacancyDto) =>
      bodyOf(api.POST("/projects/{projectId}/vacancies", { params: { path: { projectId } }, body })),
    meta: { done: "空置减免已申请，请安排查验" },
  });

export const inspectVacancy = (projectId: string, vacancyId: string) =>
  mutationOptions({
    mutationFn: (body: InspectVacancyDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vacancies/{vacancyId}/inspection", {
          params: { path: { projectId, vacancyId } },
          body,
        }),
      ),
    meta: { done: "查验结果已登记" },
  });

export const endVacancy = (projectId: string, vacancyId: string) =>
  mutationOptions({
    mutationFn: (body: EndVacancyDto) =>
      bodyOf(
        api.POST("/projects/{projectId}/vacancies/{vacancyId}/end", {
          params: { path: { projectId, vacancyId } },
          body,
        }),
      ),
    meta: { done: "空置减免已终止" },
  });
