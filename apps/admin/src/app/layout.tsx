import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Button, Drawer, Layout as AntLayout } from "antd";
import { useState } from "react";
import { Link, Outlet, useLocation, useMatches, useNavigation } from "react-router";
import { useProjectIfAny, useSession, type SessionProject } from "../lib/session";
import { PageLinks } from "../lib/page-links";
import { useStored } from "../lib/stored";
import { Breadcrumb } from "./breadcrumb";
import { startProject } from "./home";
import { pageAddress } from "./page-address";
import { pages } from "./pages";
import { Logo } from "./logo";
import { ProjectSwitcher } from "./project-switcher";
import { SideMenu } from "./side-menu";
import { UnsavedBlocker } from "./unsaved-blocker";
import { UserMenu } from "./user-menu";
import type { PageHandle } from "./routes";

/** The frame of every page: header, side menu (a drawer on narrow screens), breadcrumb. */
export function Layout() {
  const [isCollapsed, setCollapsed] = useStored("menu-collapsed", false);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const { state } = useNavigation();
  const { pathname } = useLocation();
  const project = useProjectInView();
  const session = useSession();

  return (
    <AntLayout className="shell">
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <AntLayout.Header className="shell-header">
        <Button
          className="narrow-only"
          type="text"
          icon={<MenuOutlined />}
          aria-label="打开菜单"
          onClick={() => setDrawerOpen(true)}
        />
        <Link to="/" className="shell-brand" aria-label="邻里物业，回到首页">
          <Logo size={26} />
          <span className="shell-name">邻里物业</span>
        </Link>
        <ProjectSwitcher project={project} />
        <span className="shell-spring" />
        <UserMenu />
      </AntLayout.Header>
      {state === "loading" && <div className="shell-loading" role="progressbar" aria-label="正在打开页面" />}
      <AntLayout>
        <AntLayout.Sider
          className="shell-sider wide-only"
          width={208}
          collapsedWidth={56}
          collapsed={isCollapsed}
          trigger={null}
        >
          <nav aria-label="主菜单" className="shell-nav">
            <SideMenu project={project} isCollapsed={isCollapsed} />
          </nav>
          <Button
            type="text"
            block
            className="shell-collapse"
            icon={isCollapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={isCollapsed ? "展开菜单" : "收起菜单"}
            onClick={() => setCollapsed(!isCollapsed)}
          />
        </AntLayout.Sider>
        <AntLayout.Content className="shell-content" id="content" role="main" tabIndex={-1}>
          <Breadcrumb project={project} />
          <PageLinks value={(path) => pageAddress(pages, path, session, project)}>
            <Outlet />
          </PageLinks>
        </AntLayout.Content>
      </AntLayout>
      <Drawer
        key={pathname}
        title="菜单"
        placement="left"
        size={264}
        open={isDrawerOpen}
        onClose={() => setDrawerOpen(false)}
        styles={{ body: { padding: 8 } }}
      >
        <SideMenu project={project} onChosen={() => setDrawerOpen(false)} />
      </Drawer>
      <UnsavedBlocker />
    </AntLayout>
  );
}

/** The project the frame is about: that of the URL; none on pages of the company; elsewhere (help) the last one. */
function useProjectInView(): SessionProject | undefined {
  const session = useSession();
  const project = useProjectIfAny();
  const matches = useMatches();
  const isCompanyPage = matches.some(({ handle }) => (handle as PageHandle | undefined)?.page.scope === "company");
  return project ?? (isCompanyPage ? undefined : startProject(session));
}
