import { useQuery } from "@tanstack/react-query";
import { Button, Result } from "antd";
import { Navigate, Outlet, useLocation } from "react-router";
import { ErrorNote } from "../components/error-note";
import { sessionQuery, useSession } from "../lib/session";
import { homeAddress } from "./home";
import { Splash } from "./splash";

/** Lets only signed-in people through; the others sign in and come back to where they were. */
export function SessionGate() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();

  if (session === undefined) return error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Splash />;
  if (session === null) {
    const from = pathname === "/" ? "" : `?from=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${from}`} replace />;
  }
  if (session.mustChangePassword && pathname !== "/first-password") return <Navigate to="/first-password" replace />;
  return <Outlet />;
}

/** The start address leads to the home page of the role. */
export function HomeRedirect() {
  const session = useSession();
  const home = homeAddress(session);
  if (home !== "/help") return <Navigate to={home} replace />;
  return (
    <Result
      status="info"
      title="您还没有可以使用的功能"
      subTitle="请联系系统管理员为您分配角色和管理区。"
      extra={<Button href="/help">查看帮助</Button>}
    />
  );
}
