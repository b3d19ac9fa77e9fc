import type { EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";
import { useTheme } from "../app/theme";

/** One bar. */
export interface Bar {
  name: string;
  value: number;
}

/**
 * Bars side by side, for people who would rather look than read; every chart has its table (console.md). The library is
 * fetched when the first chart is shown.
 */
export function BarChart({
  label,
  bars,
  format,
}: {
  label: string;
  bars: readonly Bar[];
  format: (value: number) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { isDark, isStill } = useTheme();
  useEffect(() => {
    let chart: EChartsType | undefined;
    let gone = false;
    const observer = new ResizeObserver(() => chart?.resize());
    void draw();
    async function draw() {
      const { chartIn } = await import("./bar-chart-library");
      if (gone || !box.current) return;
      chart = chartIn(box.current, { bars, format, isDark, isStill });
      observer.observe(box.current);
    }
    return () => {
      gone = true;
      observer.disconnect();
      chart?.dispose();
    };
  }, [bars, format, isDark, isStill]);
  const words = bars.map(({ name, value }) => `${name} ${format(value)}`).join("，");
  return <div ref={box} role="img" aria-label={`${label}：${words}`} className="bar-chart" />;
}
