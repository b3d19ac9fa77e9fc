import { useEffect } from "react";
import { Outlet, useParams } from "react-router";
import { useProjectIfAny } from "../lib/session";
import { ForbiddenPage } from "./error-page";
import { rememberProject } from "./home";

/** Everything below `/p/:projectId`: only for people of that project. Another project starts every page afresh. */
export function ProjectGate() {
  const { projectId } = useParams();
  const project = useProjectIfAny();

  useEffect(() => {
    if (project) rememberProject(project.id);
  }, [project]);

  return project ? <Outlet key={projectId} /> : <ForbiddenPage />;
}
