import { ApartmentOutlined } from "@ant-design/icons";
import { Select } from "antd";
import { useLocation, useNavigate } from "react-router";
import { PROJECTS_IN_SESSION, useSession, type SessionProject } from "../lib/session";
import { sameInProject } from "./home";
import { addressOf, mayOpen } from "./page";
import { pages } from "./pages";

const ALL = "all";

/** The project everything on screen belongs to; stays on the same kind of page when it changes. */
export function ProjectSwitcher({ project }: { project: SessionProject | undefined }) {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const companyHome = pages.find(
    (page) => page.scope === "company" && !page.path.includes(":") && mayOpen(page, session, undefined),
  );
  if (session.projects.length === 0) return null;

  function choose(value: string) {
    const chosen = session.projects.find(({ id }) => id === value);
    if (chosen) void navigate(sameInProject(pathname, session, chosen));
    else if (companyHome) void navigate(addressOf(companyHome, undefined));
  }

  const isFar = project !== undefined && !session.projects.some(({ id }) => id === project.id);
  const options = [...(isFar ? [project] : []), ...session.projects].map(({ id, name, shortName }) => ({
    value: id,
    label: shortName,
    title: name,
    disabled: false,
  }));
  if (session.projects.length >= PROJECTS_IN_SESSION)
    options.push({ value: "more", label: "更多", title: "更多请到“管理区”页查找", disabled: true });
  return (
    <Select
      className="project-switcher"
      aria-label="切换管理区"
      value={project?.id ?? ALL}
      onChange={choose}
      options={
        companyHome ? [{ value: ALL, label: "全部项目", title: "全部项目", disabled: false }, ...options] : options
      }
      optionRender={({ data }) => data.title}
      showSearch={options.length > 8 ? { optionFilterProp: "title" } : false}
      prefix={<ApartmentOutlined />}
      variant="filled"
      popupMatchSelectWidth={false}
    />
  );
}
