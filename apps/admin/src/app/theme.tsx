import { theme as antdTheme, type ThemeConfig } from "antd";
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { readStored, writeStored } from "../lib/stored";

export const themeModeLabels = { auto: "跟随系统", light: "浅色", dark: "深色" } as const;
export type ThemeMode = keyof typeof themeModeLabels;

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Whether the system asks for it at the moment. */
function useAsked(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => media.matches,
  );
}

interface ThemeState {
  mode: ThemeMode;
  isDark: boolean;
  /** The system asks for less motion: nothing slides or fades. */
  isStill: boolean;
  setMode: (mode: ThemeMode) => void;
}

const ThemeContext = createContext<ThemeState | null>(null);

/** Light, dark, or as the system; remembered in the browser. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<ThemeMode>(() => readStored<ThemeMode>("theme") ?? "auto");
  const systemIsDark = useAsked(dark);
  const isStill = useAsked(stillness);
  const isDark = mode === "dark" || (mode === "auto" && systemIsDark);

  useEffect(() => {
    writeStored("theme", mode);
  }, [mode]);
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }, [isDark]);

  return <ThemeContext value={{ mode, isDark, isStill, setMode }}>{children}</ThemeContext>;
}

export function useTheme(): ThemeState {
  const state = useContext(ThemeContext);
  if (!state) throw new Error("useTheme outside ThemeProvider");
  return state;
}

/** Quiet and dense: 14 px, one accent colour, small paddings. */
export function themeConfig({ isDark, isStill }: Pick<ThemeState, "isDark" | "isStill">): ThemeConfig {
  // The accent as text: contrast AA on every background.
  const readable = isDark ? "#5fd0c5" : "#0b6b63";
  return {
    algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: "linli" },
    token: {
      fontSize: 14,
      motion: !isStill,
      borderRadius: 6,
      colorPrimary: isDark ? "#12938a" : "#0f766e",
      colorInfo: isDark ? "#3c89e8" : "#1668dc",
      // The generated tints of so dark a colour are grey.
      colorPrimaryBg: isDark ? "#12302d" : "#e3f3f0",
      colorPrimaryBgHover: isDark ? "#17403c" : "#d0eae5",
      colorPrimaryBorder: isDark ? "#1f5a54" : "#9fd3cb",
      colorPrimaryHover: isDark ? "#18a99e" : "#12897f",
      colorPrimaryText: readable,
      controlItemBgActive: isDark ? "#12302d" : "#e3f3f0",
      controlItemBgActiveHover: isDark ? "#17403c" : "#d0eae5",
      colorError: isDark ? "#e5534b" : "#c62f22",
      colorLink: readable,
      // The generated ones are too pale to read.
      colorLinkHover: isDark ? "#8fe3da" : "#084f49",
      colorLinkActive: isDark ? "#8fe3da" : "#084f49",
      colorTextSecondary: isDark ? "rgba(255,255,255,0.68)" : "rgba(0,0,0,0.62)",
      colorTextTertiary: isDark ? "rgba(255,255,255,0.62)" : "rgba(0,0,0,0.58)",
      colorTextPlaceholder: isDark ? "rgba(255,255,255,0.55)" : "rgba(0,0,0,0.55)",
      colorBgLayout: isDark ? "#101413" : "#f4f6f5",
      fontFamily:
        '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    },
    components: {
      Layout: { headerHeight: 52, headerPadding: "0 16px", siderBg: "transparent" },
      Menu: {
        itemHeight: 36,
        itemMarginBlock: 2,
        subMenuItemBg: "transparent",
        subMenuItemSelectedColor: readable,
        itemSelectedColor: readable,
      },
      Tabs: { itemSelectedColor: readable, itemHoverColor: readable, itemActiveColor: readable },
      Table: { cellPaddingBlockSM: 7, cellPaddingInlineSM: 10 },
      Form: { itemMarginBottom: 20, verticalLabelPadding: "0 0 4px" },
      Card: { bodyPadding: 16, headerPadding: 16, headerHeight: 44 },
      Descriptions: { itemPaddingBottom: 10 },
    },
  };
}
