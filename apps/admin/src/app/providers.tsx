import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, useState, type ReactNode } from "react";
import { onSessionLost } from "../lib/access";
import { createQueryClient } from "../lib/query-client";
import { sessionQuery } from "../lib/session";
import { ThemeProvider, themeConfig, useTheme } from "./theme";

dayjs.locale("zh-cn");

/** Theme, language, messages and server state for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider>
      <Styled>{children}</Styled>
    </ThemeProvider>
  );
}

function Styled({ children }: { children: ReactNode }) {
  const theme = useTheme();
  return (
    <ConfigProvider locale={zhCN} theme={themeConfig(theme)} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3, top: 60 }}>
        <ServerState>{children}</ServerState>
      </App>
    </ConfigProvider>
  );
}

function ServerState({ children }: { children: ReactNode }) {
  const { message } = App.useApp();
  const [client] = useState(() => createQueryClient(message));

  useEffect(
    () =>
      onSessionLost(() => {
        client.setQueryData(sessionQuery.queryKey, null);
      }),
    [client],
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
