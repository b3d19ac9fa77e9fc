import { queryOptions, useQuery } from "@tanstack/react-query";
import type { MeDto, MeProjectDto } from "@linli/contracts";
import { useParams } from "react-router";
import { getAccessToken, refreshAccess } from "./access";
import { api, bodyOf } from "./api-client";
import { ApiError } from "./api-error";

/** Who is signed in and what he may do. */
export type Session = MeDto;
/** A project the user works in, with his rights there. */
export type SessionProject = MeProjectDto;

/** The signed-in user; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    if (getAccessToken() === null && !(await refreshAccess())) return null;
    try {
      return await bodyOf(api.GET("/auth/me"));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

/** The signed-in user. Only below the session gate, where there always is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("useSession outside the session gate");
  return data;
}

/** The session names so many projects; headquarters may have more. */
export const PROJECTS_IN_SESSION = 200;

/** The project of the URL, or undefined on pages of the whole company. */
export const useProjectIfAny = (): SessionProject | undefined => useProjectOfUrl().project;

/** The project of the URL and whether it is still being looked up (only headquarters with very many projects). */
export function useProjectOfUrl(): { project: SessionProject | undefined; isPending: boolean } {
  const { projectId = "" } = useParams();
  const { projects, companyPermissions } = useSession();
  const known = projects.find((project) => project.id === projectId);
  const isFar = !known && projectId !== "" && projects.length >= PROJECTS_IN_SESSION && companyPermissions.length > 0;
  const { data, isLoading } = useQuery({ ...farProjectQuery(projectId), enabled: isFar });
  return {
    project: known ?? (isFar && data ? { ...data, permissions: companyPermissions } : undefined),
    isPending: isLoading,
  };
}

const farProjectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["projects", projectId],
    queryFn: () => bodyOf(api.GET("/projects/{projectId}", { params: { path: { projectId } } })),
  });

/** The project of the URL (`/p/:projectId/…`). Only on project pages. */
export function useProject(): SessionProject {
  const project = useProjectIfAny();
  if (!project) throw new Error("useProject outside a project page");
  return project;
}

/** The id of the project of the URL. */
export const useProjectId = (): string => useProject().id;
