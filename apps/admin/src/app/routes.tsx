import { createBrowserRouter, type RouteObject } from "react-router";
import { ProjectGate } from "./project-gate";
import { CrashPage, NotFoundPage } from "./error-page";
import { Layout } from "./layout";
import type { Page } from "./page";
import { PageGuard } from "./page-guard";
import { pages } from "./pages";
import { HomeRedirect, SessionGate } from "./session-gate";
import { Splash } from "./splash";

/** What a route tells breadcrumb and layout about itself. */
export interface PageHandle {
  page: Page;
}

function routeOf(page: Page): RouteObject {
  return {
    path: page.path,
    handle: { page } satisfies PageHandle,
    errorElement: <CrashPage />,
    lazy: async () => {
      const Content = await page.load();
      return {
        Component: () => (
          <PageGuard page={page}>
            <Content />
          </PageGuard>
        ),
      };
    },
  };
}

const ofScope = (scope: Page["scope"]) => pages.filter((page) => page.scope === scope && !page.bare).map(routeOf);
const barePages = pages.filter((page) => page.bare).map(routeOf);

export const router = createBrowserRouter([
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Splash />,
    children: [
      {
        path: "/sign-in",
        lazy: async () => ({ Component: (await import("../features/auth/sign-in-page")).SignInPage }),
      },
      { path: "/apply", lazy: async () => ({ Component: (await import("../features/auth/apply-page")).ApplyPage }) },
      {
        element: <SessionGate />,
        children: [
          {
            path: "/first-password",
            lazy: async () => ({ Component: (await import("../features/auth/first-password-page")).FirstPasswordPage }),
          },
          { path: "p/:projectId", element: <ProjectGate />, children: barePages },
          {
            element: <Layout />,
            children: [
              { index: true, element: <HomeRedirect /> },
              ...ofScope("company"),
              {
                path: "p/:projectId",
                element: <ProjectGate />,
                children: [
                  { index: true, element: <HomeRedirect /> },
                  ...ofScope("project"),
                  { path: "*", element: <NotFoundPage /> },
                ],
              },
              {
                path: "help/:topic?",
                errorElement: <CrashPage />,
                lazy: async () => ({ Component: (await import("../help/help-page")).HelpPage }),
              },
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]);
