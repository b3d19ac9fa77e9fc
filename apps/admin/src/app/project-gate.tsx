import { useEffect } from "react";
import { Outlet, useParams } from "react-router";
import { useProjectOfUrl } from "../lib/session";
import { ForbiddenPage } from "./error-page";
import { rememberProject } from "./home";
import { Splash } from "./splash";

/** Everything below `/p/:projectId`: only for people of that project. Another project starts every page afresh. */
export function ProjectGate() {
  const { projectId } = useParams();
  const { project, isPending } = useProjectOfUrl();

  useEffect(() => {
    if (project) rememberProject(project.id);
  }, [project]);

  if (isPending) return <Splash />;
  return project ? <Outlet key={projectId} /> : <ForbiddenPage />;
}
